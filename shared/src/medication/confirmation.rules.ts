import { addDays, dayOf, later, mondayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { MedicationPolicy } from '../policy/policy.terms.ts';
import type { MedicationAnswer, NotTakenReason, StripState } from './medication.terms.ts';

/** Days, both included, on which medicine is ordered; without an end while it goes on. */
export type Regimen = { readonly since: CalendarDate; readonly until: CalendarDate | null };

const isOrdered = (regimen: Regimen | null, on: CalendarDate): boolean =>
  regimen !== null && on >= regimen.since && (regimen.until === null || on <= regimen.until);

/** The first day that may still be answered today. */
export const earliestAnswerable = (policy: MedicationPolicy, today: CalendarDate): CalendarDate => addDays(today, -policy.answerDaysBack);

export type ConfirmationFacts = {
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly regimen: Regimen | null;
  readonly policy: MedicationPolicy;
  /** Who has answered for this day already. */
  readonly answeredBy: string | null;
  readonly personId: string;
};

/** Whether a guardian may answer for a day: today or a day or so back, ordered, and not over another guardian's answer. */
export function decideConfirmation({
  on,
  today,
  regimen,
  policy,
  answeredBy,
  personId,
}: ConfirmationFacts): Decision<'new' | 'correction'> {
  if (on > today) return refuse('CONFIRMATION_TOO_EARLY');
  if (on < earliestAnswerable(policy, today)) return refuse('CONFIRMATION_TOO_LATE');
  if (!isOrdered(regimen, on)) return refuse('NO_MEDICINE_ORDERED');
  if (answeredBy !== null && answeredBy !== personId) return refuse('CONFIRMED_BY_ANOTHER');
  return grant(answeredBy === null ? 'new' : 'correction');
}

/**
 * Whether an answer was given for a day that was over: marked as such, and worth as much. It counts when the guardian tapped, which may be
 * long before a phone without signal could send it; a phone's clock that runs ahead of ours counts as ours.
 */
export const isBackfilled = (on: CalendarDate, tappedAt: Date, now: Date): boolean => dayOf(tappedAt < now ? tappedAt : now) > on;

export type GivenAnswer = {
  readonly answer: MedicationAnswer;
  readonly why: NotTakenReason | null;
  readonly backfilled: boolean;
  readonly personId: string;
};
export type StripDay = {
  readonly on: CalendarDate;
  readonly state: StripState;
  readonly why: NotTakenReason | null;
  readonly backfilled: boolean;
  readonly answerable: boolean;
};

/** The week of `of`, Monday to Sunday, as one reader sees it. Nobody who may not confirm finds a day answerable. */
export function weekStrip(facts: {
  readonly of: CalendarDate;
  readonly today: CalendarDate;
  /** The orders of the week, in any order; they do not overlap. */
  readonly regimens: readonly Regimen[];
  readonly policy: MedicationPolicy;
  readonly answers: ReadonlyMap<CalendarDate, GivenAnswer>;
  /** The reader when they may confirm, else null. */
  readonly guardianId: string | null;
}): readonly StripDay[] {
  const monday = mondayOf(facts.of);
  return [0, 1, 2, 3, 4, 5, 6].map(days => {
    const on = addDays(monday, days);
    const given = facts.answers.get(on);
    const { guardianId: personId } = facts;
    const regimen = facts.regimens.find(one => isOrdered(one, on)) ?? null;
    const answerable =
      personId !== null && decideConfirmation({ ...facts, regimen, on, answeredBy: given?.personId ?? null, personId }).granted;
    const unanswered = on > facts.today ? 'future' : regimen ? 'none' : 'notAsked';
    return { on, state: given?.answer ?? unanswered, why: given?.why ?? null, backfilled: given?.backfilled ?? false, answerable };
  });
}

/**
 * The day that a silence counts from: the last answered one, or the day before medicine was first asked about.
 * Today does not count: it can still be answered.
 */
export const silentFrom = (since: CalendarDate, lastAnswered: CalendarDate | null): CalendarDate =>
  lastAnswered === null ? addDays(since, -1) : later(lastAnswered, addDays(since, -1));

/** The last `silentFrom` that makes the grid worker telephone today: what planning compares with. */
export const latestSilent = (policy: MedicationPolicy, today: CalendarDate): CalendarDate => addDays(today, -(policy.silentDays + 1));

/** The last `silentFrom` for which the family itself is asked gently today, before anybody telephones. */
export const latestToAsk = (policy: MedicationPolicy, today: CalendarDate): CalendarDate => addDays(today, -(policy.askAfterDays + 1));
