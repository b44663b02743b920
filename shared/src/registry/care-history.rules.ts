import type { CarePart } from '../agenda/care-part.rules.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ConsentDecision } from './consent.terms.ts';
import { careOf, consents, isClosed } from './patient-life.rules.ts';
import type { PatientState } from './registry.terms.ts';

/** What decided, day by day, about the care that goes on around a patient. */
export type CareHistory = {
  /** Where the file stands now; it stood there from its beginning when no turn is known. */
  readonly state: PatientState;
  /** The turns of the life in the order in which they were recorded, which is that of their days. */
  readonly turns: readonly { readonly from: PatientState; readonly to: PatientState; readonly on: CalendarDate }[];
  /** Decisions about community management in the order in which they were recorded. */
  readonly consents: readonly { readonly decision: ConsentDecision; readonly on: CalendarDate }[];
};
/** Days in a row, both included. */
export type Stretch = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The state at the end of a day: whoever went to hospital on it is in hospital, whoever came home on it is at home. */
function stateOn({ state, turns }: CareHistory, day: CalendarDate): PatientState {
  return turns.findLast(turn => turn.on <= day)?.to ?? turns[0]?.from ?? state;
}
const consentOn = (history: CareHistory, day: CalendarDate): ConsentDecision | null =>
  history.consents.findLast(({ on }) => on <= day)?.decision ?? null;

/** What went on around the patient on a day that is over, or goes on today. A turn counts from the day on which it happened. */
export const careOn = (history: CareHistory, day: CalendarDate): readonly CarePart[] =>
  careOf(stateOn(history, day), consentOn(history, day));

/** The days of a span on which one part of care went on, in stretches as long as can be, in their order. */
export function stretchesOf(part: CarePart, history: CareHistory, { from, to }: Stretch): readonly Stretch[] {
  // Between two changes every day is like the first.
  const changes = [...history.turns, ...history.consents].map(({ on }) => on).filter(on => on > from && on <= to);
  const firsts = from > to ? [] : [...new Set([from, ...changes])].sort();
  const stretches: Stretch[] = [];
  firsts.forEach((first, index) => {
    if (!careOn(history, first).includes(part)) return;
    const next = firsts[index + 1];
    const last = next === undefined ? to : addDays(next, -1);
    const before = stretches.at(-1);
    if (before !== undefined && addDays(before.to, 1) === first) stretches.splice(-1, 1, { from: before.from, to: last });
    else stretches.push({ from: first, to: last });
  });
  return stretches;
}

/** Why nobody is asked about medicine on a day: no consent to being followed, the patient is not at home, or the file is not in care. */
export const PAUSES = ['noConsent', 'elsewhere', 'notInCare'] as const;
export type Pause = (typeof PAUSES)[number];

/** Why a part of care does not go on, as far as it would otherwise; null while it does. */
export function pauseOn(part: CarePart, history: CareHistory, day: CalendarDate): Pause | null {
  if (careOn(history, day).includes(part)) return null;
  const state = stateOn(history, day);
  if (!consents(consentOn(history, day)) && careOf(state, null).includes(part)) return 'noConsent';
  return isClosed(state) || state === 'suspected' || state === 'registered' ? 'notInCare' : 'elsewhere';
}
