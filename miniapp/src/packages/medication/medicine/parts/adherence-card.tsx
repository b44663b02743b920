import { View } from '@tarojs/components';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { NOT_TAKEN_REASONS, REGULARITIES } from '@guanhu/shared/medication/medication.terms';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { span } from '../../../../ui/time.ts';

/** What the families' answers speak for, with the counts: for the doctor to judge, never held against anybody. */
export function AdherenceCard({ of }: { of: AnswerOf<typeof readMedication>['adherence'] }) {
  const why = of.reasons.map(each => `${NOT_TAKEN_REASONS[each.why]} ${String(each.days)} 天`).join('，');
  return (
    <Card title={`${span(of.from, of.to)}的服药`}>
      <KeyValue name="看起来" note="按家属确认算的，只供参考">
        {REGULARITIES[of.regularity]}
      </KeyValue>
      <KeyValue name="吃过了">{`${String(of.taken)} 天`}</KeyValue>
      <KeyValue name="没吃全">{`${String(of.partly)} 天`}</KeyValue>
      <KeyValue name="没有吃">{`${String(of.notTaken)} 天`}</KeyValue>
      <KeyValue name="没有确认" last>
        {`${String(of.unanswered)} 天`}
      </KeyValue>
      {why !== '' && <View className="gh-note">{`家属说的原因：${why}`}</View>}
      {of.backfilled > 0 && <View className="gh-note">{`其中 ${String(of.backfilled)} 天是过后补记的`}</View>}
    </Card>
  );
}
