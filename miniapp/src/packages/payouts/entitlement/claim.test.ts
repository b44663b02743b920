import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { fen } from '@guanhu/shared/kernel/fen';
import { claimView, type Entitlement } from './claim.ts';

const payment: Entitlement = {
  id: 'e',
  state: 'claimable',
  agreementId: 'a',
  patientId: 'p',
  kind: 'regular',
  from: calendarDate('2026-07-01'),
  to: calendarDate('2026-09-30'),
  amountFen: fen(60_000),
  say: null,
  paidAt: null,
};
const transfer = { mchId: 'm', appId: 'x', package: 'y' };

describe('the claim page', () => {
  it('offers to claim, and asks the server again only once the person has tapped', () => {
    expect(claimView(payment, false)).toMatchObject({ button: 'claim', waits: false });
    expect(claimView(payment, true)).toMatchObject({ waits: true });
  });
  it('waits while the bill is being accepted, and offers WeChat’s page when there is one', () => {
    expect(claimView({ ...payment, state: 'inTransfer' }, true)).toMatchObject({ button: 'none', waits: true });
    expect(claimView({ ...payment, state: 'inTransfer', transfer }, true)).toMatchObject({ button: 'open', waits: true });
  });
  it('says received only when the server says paid', () => {
    const said = (['approved', 'claimable', 'inTransfer', 'paid', 'failed', 'returned'] as const).map(
      state => claimView({ ...payment, state }, true).title,
    );
    expect(said.filter(title => title.includes('到账'))).toEqual(['已到账']);
  });
  it('says why a transfer failed and what to do, in the server’s words', () => {
    expect(claimView({ ...payment, state: 'failed', say: '微信没有实名，请先实名' }, true).sub).toBe('微信没有实名，请先实名');
  });
});
