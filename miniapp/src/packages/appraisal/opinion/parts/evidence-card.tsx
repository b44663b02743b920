import { View } from '@tarojs/components';
import { PROPOSALS } from '@guanhu/shared/appraisal/appraisal.terms';
import { Amount } from '../../../../ui/amount/amount.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { span } from '../../../../ui/time.ts';
import type { Appraisal } from '../opinion-form.ts';

/** What was counted, what the software makes of it clause by clause, and what others have said. It never proposes to deduct. */
export function EvidenceCard({ appraisal }: { appraisal: Appraisal }) {
  const { evidence } = appraisal;
  return (
    <>
      <Card title={`${appraisal.villageName} · ${appraisal.patientName}`}>
        <View className="gh-sub">{`监护人 ${appraisal.guardianName} · ${span(appraisal.from, appraisal.to)}`}</View>
        <KeyValue name="做满这一期" last>
          <Amount fen={appraisal.fullFen} />
        </KeyValue>
      </Card>
      {evidence && (
        <Card list>
          <KeyValue name="服药确认" note="照实说“没吃”也算尽责">
            {`${String(evidence.confirmations.taken + evidence.confirmations.partly + evidence.confirmations.notTaken)} / ${String(evidence.days)} 天`}
          </KeyValue>
          <KeyValue name="上门随访">{`${String(evidence.visits)} 次`}</KeyValue>
          <KeyValue name="监护人培训">{`${String(evidence.trainings ?? 0)} 次`}</KeyValue>
          <KeyValue name="报告的情况" note="及时报告不扣钱" last>
            {`${String(evidence.incidents.filter(each => each.byGuardian).length)} / ${String(evidence.incidents.length)} 次`}
          </KeyValue>
        </Card>
      )}
      {appraisal.later.length > 0 && (
        <Card title="后来得知的">
          {appraisal.later.map(fact => (
            <View key={fact} className="gh-sub">
              {fact}
            </View>
          ))}
        </Card>
      )}
      <Card title={appraisal.proposal ? PROPOSALS[appraisal.proposal] : '这一期还没结束'}>
        {appraisal.reasons.map(reason => (
          <View key={reason} className="gh-sub">
            {reason}
          </View>
        ))}
        {appraisal.clauses.map(({ clause, label, finding, reasons }, index) => (
          <KeyValue key={clause} name={label} note={reasons.join('；')} last={index === appraisal.clauses.length - 1}>
            <Tag tone={finding === 'met' ? 'calm' : 'warn'}>{finding === 'met' ? '做到了' : '要看一看'}</Tag>
          </KeyValue>
        ))}
      </Card>
    </>
  );
}
