import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { fen } from '@guanhu/shared/kernel/fen';
import { claimView, type Entitlement } from './claim.ts';

const payment: Entitlement = {
  channel: 'wechat',
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
  it('leads step by step, and only while there is something to do', () => {
    expect(claimView(payment, false).steps).toHaveLength(3);
    expect(claimView({ ...payment, state: 'inTransfer', transfer }, true).steps).toHaveLength(2);
    expect((['approved', 'paid', 'failed', 'returned'] as const).flatMap(state => claimView({ ...payment, state }, true).steps)).toEqual(
      [],
    );
  });
  it('asks nothing of whom the bank or the office pays', () => {
    for (const channel of ['bank', 'cash'] as const)
      for (const state of ['claimable', 'inTransfer', 'paid', 'failed'] as const)
        expect(claimView({ ...payment, channel, state }, true)).toMatchObject({ button: 'none', waits: false, steps: [] });
    expect(claimView({ ...payment, channel: 'bank', state: 'paid' }, true).sub).toContain('一卡通');
  });
});
