import { LIVE_AGREEMENT_STATES, moveAgreement } from './agreement-life.rules.ts';
import { AGREEMENT_STATE_CODES } from './agreements.terms.ts';

const EVENTS = ['guardianSigns', 'townshipCountersigns', 'suspend', 'resume', 'termEnds', 'terminate'] as const;

describe('the life of an agreement', () => {
  it('runs from the draft over both signatures to its end', () => {
    expect(moveAgreement('draft', 'guardianSigns')).toEqual({ granted: true, value: 'signedByGuardian' });
    expect(moveAgreement('signedByGuardian', 'townshipCountersigns')).toEqual({ granted: true, value: 'active' });
    expect(moveAgreement('active', 'suspend')).toEqual({ granted: true, value: 'suspended' });
    expect(moveAgreement('suspended', 'resume')).toEqual({ granted: true, value: 'active' });
    expect(moveAgreement('active', 'termEnds')).toEqual({ granted: true, value: 'closed' });
  });

  it('never becomes active without the guardian, and never comes back from its end', () => {
    expect(moveAgreement('draft', 'townshipCountersigns')).toEqual({ granted: false, code: 'AGREEMENT_MOVE_NOT_ALLOWED' });
    for (const end of ['closed', 'terminated'] as const)
      for (const event of EVENTS) expect(moveAgreement(end, event)).toEqual({ granted: false, code: 'AGREEMENT_MOVE_NOT_ALLOWED' });
  });

  it('counts every state that can still move as live', () => {
    const movable = AGREEMENT_STATE_CODES.filter(state => EVENTS.some(event => moveAgreement(state, event).granted));
    expect(movable).toEqual([...LIVE_AGREEMENT_STATES]);
  });
});
