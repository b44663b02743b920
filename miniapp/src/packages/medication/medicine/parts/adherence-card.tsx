import { View } from '@tarojs/components';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { NOT_TAKEN_REASONS, REGULARITIES } from '@guanhu/shared/medication/medication.terms';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { span } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { medicationWords } from '../../../../words/medication.ts';

/** What the families' answers speak for, with the counts: for the doctor to judge, never held against anybody. */
export function AdherenceCard({ of }: { of: AnswerOf<typeof readMedication>['adherence'] }) {
  const why = of.reasons.map(each => medicationWords.reasonDays(NOT_TAKEN_REASONS[each.why], each.days)).join(commonWords.commaMark);
  return (
    <Card title={medicationWords.adherenceOf(span(of.from, of.to))}>
      <KeyValue name={medicationWords.looksLike} note={medicationWords.looksLikeNote}>
        {REGULARITIES[of.regularity]}
      </KeyValue>
      <KeyValue name={medicationWords.taken}>{medicationWords.days(of.taken)}</KeyValue>
      <KeyValue name={medicationWords.partly}>{medicationWords.days(of.partly)}</KeyValue>
      <KeyValue name={medicationWords.notTaken}>{medicationWords.days(of.notTaken)}</KeyValue>
      <KeyValue name={medicationWords.unanswered} last>
        {medicationWords.days(of.unanswered)}
      </KeyValue>
      {why !== '' && <View className="gh-note">{medicationWords.reasons(why)}</View>}
      {of.backfilled > 0 && <View className="gh-note">{medicationWords.backfilled(of.backfilled)}</View>}
    </Card>
  );
}
