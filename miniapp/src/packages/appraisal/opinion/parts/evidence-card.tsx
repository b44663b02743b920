import { View } from '@tarojs/components';
import { PROPOSALS } from '@guanhu/shared/appraisal/appraisal.terms';
import { Amount } from '../../../../ui/amount/amount.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { span } from '../../../../ui/time.ts';
import type { Appraisal } from '../opinion-form.ts';
import { appraisalWords } from '../../../../words/appraisal.ts';
import { commonWords } from '../../../../words/common.ts';

/** What was counted, what the software makes of it clause by clause, and what others have said. It never proposes to deduct. */
export function EvidenceCard({ appraisal }: { appraisal: Appraisal }) {
  const { evidence } = appraisal;
  return (
    <>
      <Card title={`${appraisal.villageName} · ${appraisal.patientName}`}>
        <View className="gh-sub">{appraisalWords.guardianAndPeriod(appraisal.guardianName, span(appraisal.from, appraisal.to))}</View>
        <KeyValue name={appraisalWords.wholePeriod} last>
          <Amount fen={appraisal.fullFen} />
        </KeyValue>
      </Card>
      {evidence && (
        <Card list>
          <KeyValue name={appraisalWords.medicineConfirmed} note={appraisalWords.honestCounts}>
            {appraisalWords.daysOf(
              evidence.confirmations.taken + evidence.confirmations.partly + evidence.confirmations.notTaken,
              evidence.days,
            )}
          </KeyValue>
          <KeyValue name={appraisalWords.visits}>{appraisalWords.timesCount(evidence.visits)}</KeyValue>
          <KeyValue name={appraisalWords.trainings}>{appraisalWords.timesCount(evidence.trainings ?? 0)}</KeyValue>
          <KeyValue name={appraisalWords.reports} note={appraisalWords.reportsNote} last>
            {appraisalWords.timesOf(evidence.incidents.filter(each => each.byGuardian).length, evidence.incidents.length)}
          </KeyValue>
        </Card>
      )}
      {appraisal.later.length > 0 && (
        <Card title={appraisalWords.learnedLater}>
          {appraisal.later.map(fact => (
            <View key={fact} className="gh-sub">
              {fact}
            </View>
          ))}
        </Card>
      )}
      <Card title={appraisal.proposal ? PROPOSALS[appraisal.proposal] : appraisalWords.periodNotOver}>
        {appraisal.reasons.map(reason => (
          <View key={reason} className="gh-sub">
            {reason}
          </View>
        ))}
        {appraisal.clauses.map(({ clause, label, finding, reasons }, index) => (
          <KeyValue key={clause} name={label} note={reasons.join(commonWords.clauseMark)} last={index === appraisal.clauses.length - 1}>
            <Tag tone={finding === 'met' ? 'calm' : 'warn'}>{finding === 'met' ? appraisalWords.isDone : appraisalWords.toBeLookedAt}</Tag>
          </KeyValue>
        ))}
      </Card>
    </>
  );
}
