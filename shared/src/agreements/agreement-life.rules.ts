import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { AgreementState } from './agreements.terms.ts';

export type AgreementEvent = 'guardianSigns' | 'townshipCountersigns' | 'suspend' | 'resume' | 'termEnds' | 'terminate';

/** The whole life of a supervision agreement. What is not here cannot happen. */
const MOVES: { readonly [S in AgreementState]: { readonly [E in AgreementEvent]?: AgreementState } } = {
  draft: { guardianSigns: 'signedByGuardian', terminate: 'terminated' },
  signedByGuardian: { townshipCountersigns: 'active', terminate: 'terminated' },
  active: { suspend: 'suspended', termEnds: 'closed', terminate: 'terminated' },
  suspended: { resume: 'active', termEnds: 'closed', terminate: 'terminated' },
  closed: {},
  terminated: {},
};

export function moveAgreement(from: AgreementState, event: AgreementEvent): Decision<AgreementState> {
  const to = MOVES[from][event];
  return to ? grant(to) : refuse('AGREEMENT_MOVE_NOT_ALLOWED');
}

/** States in which an agreement stands in the way of another one for the same patient. */
export const LIVE_AGREEMENT_STATES = ['draft', 'signedByGuardian', 'active', 'suspended'] as const satisfies readonly AgreementState[];
