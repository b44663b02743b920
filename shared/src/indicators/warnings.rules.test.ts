import { decideWarning, warningWords } from './warnings.rules.ts';
import { WARNING_ADVICE, WARNING_KIND_KEYS, WARNING_STATES, type WarningState } from './warnings.terms.ts';

const NOTHING = { days: null, times: null, risk: null };

it('says in words why there is each warning, and what somebody may do (DY-11)', () => {
  for (const kind of WARNING_KIND_KEYS) {
    expect(warningWords(kind, NOTHING)).not.toMatch(/null|undefined/);
    expect(warningWords(kind, { days: 9, times: 3, risk: 4 })).toContain('现在危险性 4 级');
    expect(WARNING_ADVICE[kind].length).toBeGreaterThan(5);
  }
  expect(warningWords('overdue', { ...NOTHING, days: 9 })).toBe('随访已经超期 9 天');
  expect(warningWords('incidentCluster', { days: 30, times: 2, risk: null })).toBe('30 天以内报告了 2 次情况');
});

it('is acknowledged once, closed once, and not closed when its cause is gone', () => {
  const allowed = (Object.keys(WARNING_STATES) as WarningState[]).map(from =>
    (['acknowledged', 'closed'] as const).filter(to => decideWarning(from, to).granted),
  );
  expect(allowed).toEqual([['acknowledged', 'closed'], ['closed'], [], []]);
});
