import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { MeetingState, Stand } from './meetings.terms.ts';

/** A meeting can be called off until it was held. */
export const decideCancel = (state: MeetingState): Decision<true> =>
  state === 'planned' ? grant(true) : refuse('MEETING_MOVE_NOT_ALLOWED');

/** Minutes are written from the day of the meeting on, and rewritten until they go out for countersigning. */
export function decideDraft(
  { state, on }: { readonly state: MeetingState; readonly on: CalendarDate },
  today: CalendarDate,
): Decision<true> {
  if (state !== 'planned' && state !== 'drafting') return refuse('MEETING_MOVE_NOT_ALLOWED');
  return on <= today ? grant(true) : refuse('MEETING_NOT_HELD');
}

/** What is decided has somebody who does it by a day that is not before the meeting. */
export const decideDecisions = (on: CalendarDate, decisions: readonly { readonly dueOn: CalendarDate }[]): Decision<true> =>
  decisions.every(({ dueOn }) => dueOn >= on) ? grant(true) : refuse('DECISION_DAY_WRONG');

/** Minutes go out once they are written. */
export const decideSend = (state: MeetingState, written: boolean): Decision<true> =>
  state === 'drafting' && written ? grant(true) : refuse('MEETING_MOVE_NOT_ALLOWED');

type Countersigning = {
  readonly state: MeetingState;
  readonly stand: Stand;
  readonly words: string | null;
  /** Whether somebody who works with the software holds a post of the unit. */
  readonly held: boolean;
  /** Whether the actor does. */
  readonly ofUnit: boolean;
  /** Whether the convening office writes down what was signed on paper. */
  readonly onPaper: boolean;
  readonly signed: boolean;
};

/**
 * A unit countersigns by somebody of its own; the convening office may write down a paper of a unit that nobody here belongs to, and of no
 * other. Whoever objects says why, and one unit signs one text once.
 */
export function decideCountersign({ state, stand, words, held, ofUnit, onPaper, signed }: Countersigning): Decision<MeetingState> {
  if (onPaper ? held : !ofUnit) return refuse(onPaper ? 'COUNTERSIGN_NOT_ON_PAPER' : 'NOT_FOUND_OR_NO_ACCESS');
  if (state !== 'countersigning') return refuse('MEETING_MOVE_NOT_ALLOWED');
  if (signed) return refuse('COUNTERSIGNED_ALREADY');
  if (stand === 'object' && words === null) return refuse('OBJECTION_NEEDS_WORDS');
  // One objection is enough: the text is written anew and every unit reads it again.
  return grant(stand === 'object' ? 'drafting' : 'countersigning');
}

/** Minutes are issued when every member unit has agreed to exactly this text. */
export function decideIssue(state: MeetingState, units: readonly { readonly stand: Stand | null }[]): Decision<true> {
  if (state !== 'countersigning') return refuse('MEETING_MOVE_NOT_ALLOWED');
  return units.length > 0 && units.every(({ stand }) => stand === 'agree') ? grant(true) : refuse('COUNTERSIGN_MISSING');
}
