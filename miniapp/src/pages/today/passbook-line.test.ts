import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { fen } from '@guanhu/shared/kernel/fen';
import { lineOfToday, toDos, type PassbookLine } from './passbook-line.ts';

const day = calendarDate;
const line = (from: string, to: string, more: Partial<PassbookLine> = {}): PassbookLine => ({
  appraisalId: from,
  from: day(from),
  to: day(to),
  state: 'expected',
  amountFen: fen(100),
  fullFen: fen(600),
  reasons: [],
  todo: [],
  deductions: [],
  heardOn: null,
  later: [],
  claim: '',
  objections: [],
  mayObject: null,
  entitlement: null,
  entitlements: more.entitlement ? [more.entitlement] : [],
  ...more,
});
const entitlement = (id: string, state: 'approved' | 'claimable' | 'inTransfer' | 'paid') => ({
  id,
  state,
  agreementId: 'a',
  patientId: 'p',
  kind: 'regular' as const,
  from: day('2026-07-01'),
  to: day('2026-09-30'),
  amountFen: fen(60_000),
  say: null,
  paidAt: null,
});
const third = line('2026-07-01', '2026-09-30', { entitlement: entitlement('e', 'claimable') });
const fourth = line('2026-10-01', '2026-12-31');

describe('the line of today', () => {
  it('is the period that runs, its last day included', () => {
    expect(lineOfToday([third, fourth], day('2026-10-01'))).toBe(fourth);
    expect(lineOfToday([third, fourth], day('2026-09-30'))).toBe(third);
  });
  it('is the next one before the term and the last one after it', () => {
    expect(lineOfToday([third, fourth], day('2026-06-01'))).toBe(third);
    expect(lineOfToday([third, fourth], day('2027-06-01'))).toBe(fourth);
    expect(lineOfToday([], day('2026-06-01'))).toBeUndefined();
  });
});

describe('what waits for the guardian', () => {
  const agreement = (id: string, toSign: boolean, lines: readonly PassbookLine[]) => ({
    id,
    number: 'GH-990101-2026-0001',
    state: 'active' as const,
    version: 1,
    patientId: 'p',
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    cycle: 'quarter' as const,
    toSign,
    debts: [],
    lines: [...lines],
  });
  it('is a signature, then money; what is paid or not released yet waits for nobody', () => {
    const paid = line('2026-01-01', '2026-03-31', { entitlement: entitlement('old', 'paid') });
    const approved = line('2026-04-01', '2026-06-30', { entitlement: entitlement('soon', 'approved') });
    expect(toDos([agreement('one', false, [paid, approved, third]), agreement('two', true, [])])).toEqual([
      { kind: 'sign', agreementId: 'two' },
      { kind: 'claim', entitlementId: 'e', started: false, amountFen: 60_000, from: '2026-07-01', to: '2026-09-30' },
    ]);
  });
});
