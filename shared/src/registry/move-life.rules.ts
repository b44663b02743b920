import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { MoveState } from './move.terms.ts';
import { isClosed } from './patient-life.rules.ts';
import type { PatientState } from './registry.terms.ts';

export type MoveEvent = 'accept' | 'reject' | 'withdraw';

const MOVES: { readonly [S in MoveState]: { readonly [E in MoveEvent]?: MoveState } } = {
  waiting: { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' },
  accepted: {},
  rejected: {},
  withdrawn: {},
};

/** The state after `event`. @returns MOVE_NOT_WAITING when it was answered already. */
export function answerMove(from: MoveState, event: MoveEvent): Decision<MoveState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('MOVE_NOT_WAITING') : grant(to);
}

/** Whether a handover may be proposed: of somebody whose file is open, to another village, one at a time. */
export function decideProposal(facts: {
  readonly state: PatientState;
  readonly fromVillageId: string;
  readonly to: { readonly id: string; readonly kind: string } | undefined;
  readonly waits: boolean;
}): Decision<string> {
  if (isClosed(facts.state)) return refuse('PATIENT_STATE_NOT_ALLOWED');
  if (facts.to?.kind !== 'village' || facts.to.id === facts.fromVillageId) return refuse('MOVE_DESTINATION_NOT_FITTING');
  return facts.waits ? refuse('MOVE_ALREADY_WAITING') : grant(facts.to.id);
}

/** The new side answers, and never the person who proposed: a handover has two hands. */
export const decideAnswerer = (proposedBy: string, answeredBy: readonly string[]): Decision<true> =>
  answeredBy.includes(proposedBy) ? refuse('MOVE_OWN_PROPOSAL') : grant(true);

/** The number of the letter that goes with somebody who leaves the county: the day and the end of the change's id. */
export const letterNumber = (on: CalendarDate, changeId: string): string =>
  `迁出〔${on.slice(0, 4)}〕${on.slice(5).replace('-', '')}-${changeId.slice(-6).toUpperCase()}`;
