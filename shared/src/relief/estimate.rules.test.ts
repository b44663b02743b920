import fc from 'fast-check';
import { fen } from '../kernel/fen.ts';
import { SHIPPED_RELIEF } from '../policy/relief-policy.shipped.ts';
import { estimateOf, type Coverage } from './estimate.rules.ts';

const NONE: Coverage = { insured: false, special: false, medicalRelief: false, rest: false };
const terms = SHIPPED_RELIEF.reimbursement;
const paid = (cost: number, coverage: Partial<Coverage>) => {
  const { steps, own } = estimateOf(fen(cost), terms, { ...NONE, ...coverage });
  return [...steps.map(step => step.fen), own];
};

it('pays 90 percent from the first fen for the special disease (YM-21)', () => {
  expect(paid(100_000, { insured: true, special: true })).toEqual([90_000, 10_000]);
  expect(paid(1, { insured: true, special: true })).toEqual([1, 0]);
});

it('takes off the deductible and stops at the cap otherwise', () => {
  expect(paid(10_000, { insured: true })).toEqual([0, 10_000]);
  expect(paid(10_001, { insured: true })).toEqual([1, 10_000]);
  expect(paid(30_000, { insured: true })).toEqual([10_000, 20_000]);
  expect(paid(110_000, { insured: true })).toEqual([50_000, 60_000]);
  expect(paid(110_002, { insured: true })).toEqual([50_000, 60_002]);
});

it('goes on with what is left: medical relief, then the federation’s help (YM-18, YM-20, SJ-10)', () => {
  expect(paid(100_000, { insured: true, special: true, medicalRelief: true })).toEqual([90_000, 7_000, 3_000]);
  expect(paid(100_000, { insured: true, special: true, medicalRelief: true, rest: true })).toEqual([90_000, 7_000, 3_000, 0]);
  expect(paid(100_000, {})).toEqual([100_000]);
});

it('explains every step in words', () => {
  const { steps } = estimateOf(fen(30_000), terms, { insured: true, special: false, medicalRelief: true, rest: true });
  expect(steps.map(({ who, how }) => `${who}：${how}`)).toEqual([
    '医保（普通门诊）：超过 100.00 元的部分，报 50%，最多 500.00 元',
    '医疗救助：剩下的 70%',
    '残联补助：再剩下的 100%',
  ]);
});

it('is never negative, never above the bill, and adds up to it; more help never leaves more to pay', () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const tariff = fc.record({
    deductibleFen: fc.integer({ min: 0, max: 1_000_000 }),
    percent,
    capFen: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
  });
  const policy = fc.record({ ordinary: tariff, special: tariff, medicalReliefPercent: percent, restPercent: percent });
  const coverage = fc.record({ insured: fc.boolean(), special: fc.boolean(), medicalRelief: fc.boolean(), rest: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), policy, coverage, (cost, any, covered) => {
      const { steps, own } = estimateOf(fen(cost), any, covered);
      const parts = [...steps.map(step => step.fen), own];
      expect(parts.every(part => Number.isSafeInteger(part) && part >= 0 && part <= cost)).toBe(true);
      expect(parts.reduce((sum: number, part) => sum + part, 0)).toBe(cost);
      expect(estimateOf(fen(cost), any, { ...covered, rest: true }).own).toBeLessThanOrEqual(own);
    }),
  );
});
