import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { fen } from '@guanhu/shared/kernel/fen';
import { daysInto, isExpected, lineView, partsOf, type Agreement, type Line } from './passbook.ts';

const day = calendarDate;
const line: Line = {
  appraisalId: 'p1',
  from: day('2026-10-01'),
  to: day('2026-12-31'),
  state: 'expected',
  amountFen: fen(45_000),
  fullFen: fen(60_000),
  reasons: ['按天累计到今天'],
  todo: [],
  deductions: [],
  heardOn: null,
  later: [],
  claim: '',
  objections: [],
  mayObject: null,
  entitlement: null,
  entitlements: [],
};
const payment = {
  id: 'e',
  state: 'claimable' as const,
  agreementId: 'a',
  patientId: 'p',
  kind: 'regular' as const,
  from: line.from,
  to: line.to,
  amountFen: fen(58_000),
  say: null,
  paidAt: null,
};

describe('a line of the passbook', () => {
  it('is expected until two people decided, and says why', () => {
    expect(lineView(line)).toMatchObject({
      name: '10 月 1 日—12 月 31 日 预计',
      note: '按天累计到今天',
      amountFen: 45_000,
      appraisalId: 'p1',
    });
    expect(isExpected(line)).toBe(true);
    expect(isExpected({ ...line, state: 'final' })).toBe(false);
  });
  it('says what became of the money once there is a payment, with the amount that was decided', () => {
    const claimable = lineView({ ...line, state: 'final', amountFen: fen(58_000), entitlement: payment });
    expect(claimable.name).toContain('可以领取');
    expect(claimable).toMatchObject({ amountFen: 58_000, appraisalId: 'p1' });
    expect(lineView({ ...line, state: 'final', entitlement: { ...payment, state: 'failed' } }).name).toContain('没有转成功');
  });
  it('knows how many of its days are over, both ends inside', () => {
    expect(daysInto(line, day('2026-10-01'))).toEqual({ done: 1, all: 92 });
    expect(daysInto(line, day('2027-03-01'))).toEqual({ done: 92, all: 92 });
    expect(daysInto(line, day('2026-09-01'))).toEqual({ done: 0, all: 92 });
  });
});

describe('the cards of an agreement', () => {
  const of = (more: Partial<Agreement>): Agreement =>
    ({ id: 'a', number: '1', state: 'active', toSign: false, patientId: 'p', lines: [], debts: [], ...more }) as Agreement;
  const kinds = (agreement: Agreement, care: boolean) => partsOf(agreement, day('2026-11-01'), care).map(part => part.of);

  it('begin with what waits for the guardian, and end with whom to ask', () => {
    const lines = [{ ...line, state: 'final' as const, entitlements: [payment, { ...payment, id: 'e2', state: 'paid' as const }] }];
    const debts = [{ reason: '多发', amountFen: fen(100), repaidFen: fen(0) }];
    expect(kinds(of({ toSign: true, lines, debts }), false)).toEqual(['toSign', 'claim', 'debt', 'now', 'lines', 'about']);
    expect(kinds(of({}), false)).toEqual(['about']);
  });
  it('leave out in large type what has not begun', () => {
    const upcoming = { ...line, from: day('2027-01-01'), to: day('2027-03-31'), state: 'upcoming' as const };
    expect(kinds(of({ lines: [upcoming] }), false)).toEqual(['now', 'lines', 'about']);
    expect(kinds(of({ lines: [upcoming] }), true)).toEqual(['now', 'about']);
  });
});
