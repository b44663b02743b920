import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { VisitingSeat } from '../policy/policy.terms.ts';
import type { AfterKind, CallReason } from './agenda.terms.ts';
import type { NamedKind, OfficeKind } from './office.rules.ts';

/**
 * The key that makes a task one, however often it is planned. Planning SQL builds the first two with the same prefixes and separators
 * (`'medication:' || patient_id || ':' || day`).
 */
export const TASK_KEYS = {
  medicationConfirmation: (patientId: string, day: CalendarDate): string => `medication:${patientId}:${day}`,
  /** `dueId`: the row of the seat's dates. A seat that stops visiting and begins again counts its rounds in another row. */
  visit: (dueId: string, round: number): string => `visit:${dueId}:${String(round)}`,
  /** A visit that something asked of a seat, once. */
  visitOnce: (seat: VisitingSeat, causeId: string): string => `visit:${causeId}:${seat}`,
  /** One call for each cause and person called about; `cause` is a day or the id of an incident or a message. */
  call: (reason: CallReason, patientId: string, cause: string): string => `call:${reason}:${patientId}:${cause}`,
  /** `round` 0 forms the case team, each later one reviews it. */
  caseReview: (caseTeamId: string, round: number): string => `case-review:${caseTeamId}:${String(round)}`,
  /** What a visit or an incident led to: one for each cause, or for each `part` of it (a round, a seat). */
  after: (kind: AfterKind, causeId: string, part?: string): string =>
    part === undefined ? `${kind}:${causeId}` : `${kind}:${causeId}:${part}`,
  /** What somebody was asked to do by name: one for each cause, or each `part` of it (a period). */
  named: (kind: NamedKind, causeId: string, part?: string): string =>
    part === undefined ? `${kind}:${causeId}` : `${kind}:${causeId}:${part}`,
  /** What an office looks into: one for each report or opening. */
  office: (kind: OfficeKind, causeId: string): string => `${kind}:${causeId}`,
  /** One for each day on which an injection is due, and each day on which medicine would run out. Planning SQL builds both alike. */
  injection: (patientId: string, dueOn: CalendarDate): string => `injection:${patientId}:${dueOn}`,
  /** One for each day of a special period. Planning SQL builds it alike. */
  rollCall: (patientId: string, day: CalendarDate): string => `roll-call:${patientId}:${day}`,
  refill: (patientId: string, runsOutOn: CalendarDate): string => `refill:${patientId}:${runsOutOn}`,
} as const;
