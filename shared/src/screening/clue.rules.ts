import { addDays, startOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { Likeness } from '../registry/duplicate.rules.ts';
import type { FirstState } from '../registry/registry.terms.ts';
import { isEnded, type ClueState, type Finding, type ReporterState } from './clue.terms.ts';

export type ClueEvent = 'isKnown' | 'isSame' | 'isNew' | 'register' | 'notConfirm' | 'withdraw';

/** The whole life of a clue. Nothing becomes of it before somebody has looked whether the person is known. */
const MOVES: { readonly [S in ClueState]?: { readonly [E in ClueEvent]?: ClueState } } = {
  open: { isKnown: 'known', isSame: 'duplicate', isNew: 'toReview', withdraw: 'withdrawn' },
  toReview: { register: 'registered', notConfirm: 'notConfirmed', withdraw: 'withdrawn' },
};

/** The state after `event`. @returns CLUE_ENDED when nothing more happens to it, CLUE_NOT_CHECKED when the check or the review comes first */
export function moveClue(from: ClueState, event: ClueEvent): Decision<ClueState> {
  if (isEnded(from)) return refuse('CLUE_ENDED');
  const to = MOVES[from]?.[event];
  return to === undefined ? refuse(from === 'open' ? 'CLUE_NOT_CHECKED' : 'CLUE_CHECKED') : grant(to);
}

/**
 * How much another clue that is alike says: nothing once it was taken back or told of the same person as another one that goes on; of somebody
 * who was looked at and not confirmed it is to be known, and does not stand in the way when there is a reason.
 */
export function weightOf(other: ClueState, likeness: Likeness): Likeness | null {
  if (other === 'withdrawn' || other === 'duplicate') return null;
  return other === 'notConfirmed' && likeness === 'sameDocument' ? 'sameNameAndBirth' : likeness;
}

/** Clues of which nothing becomes: taken back, closed without a finding, or themselves handed on to another one. */
const WITHOUT_ISSUE: ReadonlySet<ClueState> = new Set<ClueState>(['withdrawn', 'notConfirmed', 'duplicate']);

/** Whether a clue may end as the same as this one: somebody has to be looked after by it. @returns CLUE_WITHOUT_ISSUE */
export const decideSame = (other: ClueState): Decision<true> => (WITHOUT_ISSUE.has(other) ? refuse('CLUE_WITHOUT_ISSUE') : grant(true));

type LooksLike = {
  /** Files and other clues of the reader's area that may be of the same person. */
  readonly likenesses: readonly Likeness[];
  /** The document is on a file that the reader may not see. */
  readonly elsewhere: boolean;
};

/**
 * Whether a clue may be taken as somebody new. The same document is the same person; namesakes and names that sound alike are told apart by a
 * person, who says why.
 */
export function decideNew({ likenesses, elsewhere }: LooksLike, reason: string | undefined): Decision<true> {
  if (elsewhere || likenesses.includes('sameDocument')) return refuse('CLUE_IS_KNOWN');
  return likenesses.length > 0 && reason === undefined ? refuse('CLUE_MAY_BE_KNOWN') : grant(true);
}

/** What a finding means for the clue, and with what the file begins. */
export const AFTER_FINDING: Readonly<Record<Finding, { readonly event: ClueEvent; readonly begins: FirstState | null }>> = {
  confirmed: { event: 'register', begins: 'registered' },
  suspected: { event: 'register', begins: 'suspected' },
  notConfirmed: { event: 'notConfirm', begins: null },
};

/** A psychiatrist looked at the person between the day of the clue and today. @returns CLUE_REVIEW_DAY_WRONG */
export const decideReviewDay = (reviewedOn: CalendarDate, reportedOn: CalendarDate, today: CalendarDate): Decision<true> =>
  reviewedOn < reportedOn || reviewedOn > today ? refuse('CLUE_REVIEW_DAY_WRONG') : grant(true);

/** What ended before this instant is erased on `today`: it is kept with its words for so many whole days. */
export const eraseBefore = (today: CalendarDate, endedClueDays: number): Date => startOf(addDays(today, -endedClueDays));

/** A person of a list without their name: 王某. */
export const nameless = (name: string): string => `${[...name][0] ?? ''}某`;

/**
 * What whoever handed a clue in is told of it. Whether somebody was confirmed is a finding about that person, for those who look after them:
 * to the neighbour who told of them every end is the same.
 */
export const reporterState = (state: ClueState): ReporterState => (isEnded(state) ? 'ended' : state === 'open' ? 'waiting' : 'goesOn');
