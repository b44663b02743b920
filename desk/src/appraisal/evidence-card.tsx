import { CONDUCTS } from '@guanhu/shared/incidents/conduct.terms';
import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { Card, Facts } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** What the server counted in the period. */
export function EvidenceCard({ evidence, later }: { evidence: NonNullable<AppraisalDetail['evidence']>; later: readonly string[] }) {
  const { days, confirmations, visits, incidents, trainings = 0, gatheredAt } = evidence;
  return (
    <Card title="本期证据">
      <Facts
        of={[
          ['天数', `${days} 天`],
          ['吃过了', `${confirmations.taken} 天`],
          ['没吃全', `${confirmations.partly} 天`],
          ['没有吃', `${confirmations.notTaken} 天`],
          ['没有点按', `${confirmations.unanswered} 天（不作扣减理由）`],
          ['随访', `${visits} 次`],
          ['监护人培训', `${trainings} 次`],
          ['发生情况', `${incidents.length} 起`],
        ]}
      />
      {gatheredAt !== undefined && <p className="small">{`${instantInWords(gatheredAt)} 收集并固定，以后得知的另列。`}</p>}
      {later.map(fact => (
        <p key={fact} className="small">
          <Tag tone="warn">后来得知</Tag>&emsp;{fact}
        </p>
      ))}
      <ul className="plain-list">
        {incidents.map(each => (
          <li key={each.happenedAt + each.reportedAt}>
            {instantInWords(each.happenedAt)} 发生，{instantInWords(each.reportedAt)} 报告（{each.byGuardian ? '监护人报告' : '他人报告'}，
            {each.withinDay ? '24 小时内' : '超过 24 小时'}）{each.conduct ? `，认定：${CONDUCTS[each.conduct]}` : ''}
          </li>
        ))}
      </ul>
    </Card>
  );
}
