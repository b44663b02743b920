import { decideBinding, type InvitedPerson } from './binding.rules.ts';
import { invitationState, issuedAt } from './invitation.rules.ts';
import { ACCESS_DEFAULTS } from './settings.rules.ts';

const issued = new Date('2026-03-01T08:00:00+08:00');
const later = (hours: number) => new Date(issued.getTime() + hours * 3_600_000);
const invitation = (over: Partial<InvitedPerson['invitation']> = {}): InvitedPerson['invitation'] => ({
  invitationId: 'i1',
  ...issuedAt(issued, ACCESS_DEFAULTS),
  usedAt: null,
  withdrawnAt: null,
  codeMatches: true,
  ...over,
});
const person = (over: Partial<InvitedPerson> = {}): InvitedPerson => ({
  personId: 'p1',
  account: 'none',
  invitation: invitation(),
  ...over,
});
const decide = (invited: InvitedPerson[], boundTo: string | null = null, now = later(1)) => decideBinding({ invited, boundTo }, now);

describe('life of an invitation', () => {
  it('is open for fourteen days, to the instant', () => {
    expect(invitationState(invitation(), later(14 * 24 - 0.001))).toBe('open');
    expect(invitationState(invitation(), later(14 * 24))).toBe('expired');
  });
  it('ends by use, withdrawal or too many wrong codes', () => {
    expect(invitationState(invitation({ usedAt: issued }), later(1))).toBe('used');
    expect(invitationState(invitation({ withdrawnAt: issued }), later(1))).toBe('withdrawn');
    expect(invitationState(invitation({ triesLeft: 0 }), later(1))).toBe('locked');
    expect(invitationState(invitation({ triesLeft: 1 }), later(1))).toBe('open');
  });
});

describe('binding a WeChat account', () => {
  it('binds the one person with that phone and that code', () => {
    expect(decide([person()])).toEqual({ outcome: 'bind', personId: 'p1', invitationId: 'i1' });
  });
  it('binds again the account that the person already has', () => {
    expect(decide([person({ account: 'this' })], 'p1').outcome).toBe('bind');
  });

  it('refuses a stranger and counts nothing', () => {
    expect(decide([])).toEqual({ outcome: 'refused', countTryOn: [] });
  });
  it('refuses the next owner of a recycled number, who does not know the code, and counts a try', () => {
    expect(decide([person({ invitation: invitation({ codeMatches: false }) })])).toEqual({ outcome: 'refused', countTryOn: ['i1'] });
  });
  it.each([
    ['used', { usedAt: issued }],
    ['withdrawn', { withdrawnAt: issued }],
    ['locked', { triesLeft: 0 }],
    ['expired', { expiresAt: issued }],
  ])('refuses an invitation that is %s though the code is right', (_, over) => {
    expect(decide([person({ invitation: invitation(over) })])).toEqual({ outcome: 'refused', countTryOn: [] });
  });

  it('leaves it to a person when the account is somebody else’s', () => {
    expect(decide([person()], 'p9')).toEqual({ outcome: 'clash', kind: 'account-of-another', candidates: ['p1'], holder: 'p9' });
  });
  it('leaves it to a person when the person has another account', () => {
    expect(decide([person({ account: 'another' })])).toEqual({
      outcome: 'clash',
      kind: 'person-bound-elsewhere',
      candidates: ['p1'],
      holder: null,
    });
  });
  it('leaves it to a person when the phone is that of two invited persons', () => {
    const two = person({ personId: 'p2', invitation: invitation({ invitationId: 'i2', codeMatches: false }) });
    expect(decide([person(), two])).toEqual({ outcome: 'clash', kind: 'phone-of-several', candidates: ['p1', 'p2'], holder: null });
  });
  it('does not tell that a phone is shared to somebody without a code', () => {
    const wrong = (id: string) => person({ personId: id, invitation: invitation({ invitationId: `i-${id}`, codeMatches: false }) });
    expect(decide([wrong('a'), wrong('b')])).toEqual({ outcome: 'refused', countTryOn: ['i-a', 'i-b'] });
  });
  it('knows a shared phone no more once the other invitation is used', () => {
    const used = person({ personId: 'p2', invitation: invitation({ invitationId: 'i2', codeMatches: false, usedAt: issued }) });
    expect(decide([person(), used])).toEqual({ outcome: 'bind', personId: 'p1', invitationId: 'i1' });
  });
});
