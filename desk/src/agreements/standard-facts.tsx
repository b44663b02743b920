import type { StandingAnswer } from '@guanhu/shared/assessment/assessment.contract';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { REWARD_CYCLES, type RewardPolicy } from '@guanhu/shared/policy/policy.terms';
import { Facts } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

type StandardFactsProps = { policy: RewardPolicy; standing: StandingAnswer | undefined; covered: boolean | undefined };

/** The standard in force, and what of this patient decides whether it covers them. */
export function StandardFacts({ policy, standing, covered }: StandardFactsProps) {
  const { eligibility, monthlyFen, capFen, cycle } = policy;
  return (
    <div role="group" aria-label="标准与范围" style={{ marginBottom: 16 }}>
      <Facts
        of={[
          ['现行标准', `每月 ${yuanGrouped(monthlyFen)} 元，${REWARD_CYCLES[cycle]}发放`],
          ...(capFen === undefined ? [] : [['一份协议最多', `${yuanGrouped(capFen)} 元`] as const]),
          [
            '奖补范围',
            `危险性 ${eligibility.riskAtLeast} 级以上${eligibility.pastIncident ? (eligibility.match === 'both' ? '，并且发生过情况' : '，或发生过情况') : ''}`,
          ],
          [
            '这位服务对象',
            standing
              ? `危险性 ${standing.risk ?? '未评'}${standing.risk === null ? '' : ' 级'}；上次情况 ${dayInWords(standing.lastIncidentOn, '没有')}`
              : '正在读取',
          ],
          [
            '是否在范围内',
            covered === undefined ? (
              '正在读取'
            ) : (
              <Tag key="covered" tone={covered ? 'calm' : 'warn'}>
                {covered ? '在范围内' : '不在范围，需写理由'}
              </Tag>
            ),
          ],
        ]}
      />
    </div>
  );
}
