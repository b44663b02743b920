import { SHIPPED_POLICIES, SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { faultsOf } from './policy-faults.ts';

const { policy } = SHIPPED_VISIT_POLICIES.threeColours;

it('names the band and the seat that would come too seldom', () => {
  const bands = policy.bands.map(band => (band.key === 'red' ? { ...band, intervalDays: { doctor: 15 } } : { ...band, intervalDays: {} }));
  expect(faultsOf({ ...policy, bands })).toEqual([
    '「红色」档：精防医生 15 天太长，国家规范最长 14 天',
    '「黄色」档：精防医生不能不上门，国家规范最长 30 天',
    '「绿色」档：精防医生不能不上门，国家规范最长 90 天',
  ]);
});

it('names the cycle that is too long and the words that tell too much', () => {
  expect(faultsOf({ ...SHIPPED_POLICIES.assessment, examMonths: 13 })).toEqual(['健康体检最长 12 个月']);
  expect(faultsOf({ kind: 'message', what: { visit: '今天有随访' } })).toHaveLength(1);
});

it.each(Object.values(SHIPPED_POLICIES))('finds nothing wrong with the shipped $kind', shipped => {
  expect(faultsOf(shipped)).toEqual([]);
});
