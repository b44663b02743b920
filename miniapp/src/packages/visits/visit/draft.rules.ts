import type { RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import type { Draft } from './drafts.ts';
import type { Answers } from './visit-form.ts';

/** What may be changed of a visit that was begun. */
export type Change = Partial<Pick<Draft, 'form' | 'answers' | 'companions' | 'absorbedFrom' | 'lateReason' | 'score'>>;

/**
 * What happens to a draft. Every edit begins from the draft as it is at that moment, never from one that was read before something else
 * came: a check-in's answer arrives while the visitor has long begun to answer, and two taps may come before the page is drawn anew.
 */
export type DraftEdit = (now: Draft) => Draft;

/** Of the row at the server while the check-in has not come back. */
const FIRST_VERSION = 1;

/** The name of a patient's draft. */
export const draftName = (patientId: string): string => `visit:${patientId}`;

/**
 * The name of the draft that a page works on: one visit of a patient is begun at a time on a phone. One that was begun on another phone and
 * is opened while this phone's own still stands has a name of its own, so that neither takes the other's place.
 */
export function nameFor(patientId: string, visitId: string | undefined, of: (name: string) => Draft | undefined): string {
  const usual = draftName(patientId);
  if (visitId === undefined) return usual;
  const own = `${usual}:${visitId}`;
  const standing = of(usual);
  return of(own) || (standing && standing.visitId !== visitId) ? own : usual;
}

export const begin = (of: { visitId: string; at: string; form: RecordForm; companions: readonly string[]; savedAt: string }): Draft => ({
  visitId: of.visitId,
  checkedInAt: of.at,
  version: FIRST_VERSION,
  form: of.form,
  answers: {},
  companions: of.companions,
  savedAt: of.savedAt,
});

/** The server has the check-in of this visit: the version is its, everything else the visitor's. */
export const checkedIn =
  (visitId: string, version: number): DraftEdit =>
  now =>
    now.visitId === visitId ? { ...now, version, checkIn: { at: 'taken' } } : now;

/** The server has no check-in of this visit, and would take no record of it: that stands until a check-in is taken. All answers stay. */
export const checkInNotTaken =
  (visitId: string, say: string): DraftEdit =>
  now =>
    now.visitId === visitId ? { ...now, checkIn: { at: 'refused', say } } : now;

/** Something was answered or changed, as of what stands there now. */
export const changed =
  (change: Change | ((now: Draft) => Change), savedAt: string): DraftEdit =>
  now => ({ ...now, ...(typeof change === 'function' ? change(now) : change), savedAt });

/** It was completed and is on its way under this key. */
export const sentAs =
  (key: string): DraftEdit =>
  now => ({ ...now, sentAs: key });

/** It was not taken, and is the visitor's again. */
export const refused: DraftEdit = ({ sentAs: _, ...now }) => now;

/** The check-in was not taken: a new one begins, and what was filled in stays. */
export const begunAnew =
  (again: Pick<Draft, 'visitId' | 'checkedInAt' | 'savedAt'>): DraftEdit =>
  now => {
    const { checkIn: _, ...kept } = refused(now);
    return { ...kept, ...again, version: FIRST_VERSION };
  };

/** Nothing has been filled in yet: there is nothing to keep of it. */
export const isBlank = ({ answers, score }: Draft): boolean => Object.keys(answers).length === 0 && score === undefined;

/** What the phone still has to send of it, and what the server would not take. */
type Unsent = {
  readonly waiting: readonly { readonly key: string }[];
  readonly refused: readonly { readonly intent: { readonly key: string }; readonly say: string }[];
};
export type DraftState =
  | { readonly at: 'open' }
  /** Completed, and waiting for signal. */
  | { readonly at: 'waiting' }
  /** The server did not take the record, or the check-in before it: the visitor says what happens next. */
  | { readonly at: 'refused'; readonly what: 'record' | 'checkIn'; readonly say: string };

/** Where a draft stands: an intent's key is the check-in's visit, or what the record was sent as. */
export function stateOf({ visitId, sentAs: key, checkIn }: Draft, { waiting, refused: notTaken }: Unsent): DraftState {
  const isWaiting = (of: string | undefined) => of !== undefined && waiting.some(intent => intent.key === of);
  const refusalOf = (of: string | undefined) => notTaken.find(({ intent }) => intent.key === of)?.say;
  // Somebody may have put the refusal away since: without a check-in there is no visit all the same.
  const noCheckIn = refusalOf(visitId) ?? (checkIn?.at === 'refused' && !isWaiting(visitId) ? checkIn.say : undefined);
  if (noCheckIn !== undefined) return { at: 'refused', what: 'checkIn', say: noCheckIn };
  const noRecord = refusalOf(key);
  if (noRecord !== undefined) return { at: 'refused', what: 'record', say: noRecord };
  return isWaiting(key) ? { at: 'waiting' } : { at: 'open' };
}

/**
 * Whether nothing on this phone says if the check-in was taken: it was taken or refused while nobody looked, the refusal was put away, or
 * the phone lost what it had not sent. Only the server knows then.
 */
export const isCheckInUnknown = ({ visitId, checkIn }: Draft, { waiting, refused: notTaken }: Unsent): boolean =>
  checkIn?.at !== 'taken' && !waiting.some(({ key }) => key === visitId) && !notTaken.some(({ intent }) => intent.key === visitId);

/** One answer; `undefined` makes it a blank again. */
export function withAnswer(answers: Answers, key: string, value: unknown): Answers {
  const rest = Object.fromEntries(Object.entries(answers).filter(([each]) => each !== key));
  return value === undefined ? rest : { ...rest, [key]: value };
}
