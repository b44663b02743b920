import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { LONGEST_CYCLES, cyclesTooLong } from '@guanhu/shared/policy/assessment-policy.rules';
import { isDiscreet } from '@guanhu/shared/policy/message-policy.rules';
import type { Policy } from '@guanhu/shared/policy/policy.terms';
import { looserBands } from '@guanhu/shared/policy/visit-policy.rules';

export const CYCLE_LABELS = { stable: '病情稳定的评估', others: '其他人的评估', exam: '健康体检' } as const;

/** What the server would refuse, in words that name the place: the rules are the same. */
export function faultsOf(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'visit':
      return looserBands(policy).map(({ label, seat, days, mostDays }) =>
        days === null
          ? `「${label}」档：${SEAT_LABELS[seat]}不能不上门，国家规范最长 ${mostDays} 天`
          : `「${label}」档：${SEAT_LABELS[seat]} ${days} 天太长，国家规范最长 ${mostDays} 天`,
      );
    case 'assessment':
      return cyclesTooLong(policy).map(cycle => `${CYCLE_LABELS[cycle]}最长 ${LONGEST_CYCLES[cycle]} 个月`);
    case 'message':
      return Object.values(policy.what).flatMap(words => (isDiscreet(words) ? [] : [`「${words}」会显示在锁屏上，不能提到病情、药物`]));
    default:
      return [];
  }
}
