import { checkAssessmentPolicy, cyclesTooLong } from './assessment-policy.rules.ts';
import { SHIPPED_ASSESSMENT_POLICIES } from './shipped-policies.ts';

const { policy } = SHIPPED_ASSESSMENT_POLICIES.national;

it.each(Object.entries(SHIPPED_ASSESSMENT_POLICIES))('the shipped %s may be used', (_, shipped) => {
  expect(checkAssessmentPolicy(shipped.policy)).toEqual({ granted: true, value: shipped.policy });
});

it.each([
  ['stable', 6, 7],
  ['others', 3, 4],
  ['exam', 12, 13],
] as const)('%s: %i months at most, %i are refused by name', (cycle, most, tooLong) => {
  const set = (months: number) =>
    cycle === 'exam' ? { ...policy, examMonths: months } : { ...policy, reviewMonths: { ...policy.reviewMonths, [cycle]: months } };
  expect(cyclesTooLong(set(most))).toEqual([]);
  expect(checkAssessmentPolicy(set(tooLong))).toEqual({ granted: false, code: 'POLICY_CYCLE_TOO_LONG', fields: [cycle] });
});
