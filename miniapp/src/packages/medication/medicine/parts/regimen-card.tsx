import { View } from '@tarojs/components';
import { doseInWords } from '@guanhu/shared/medication/dose.rules';
import { REGIMEN_END_REASONS } from '@guanhu/shared/medication/medication.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { monthDay } from '../../../../ui/time.ts';

/** What the doctor ordered; where nobody has named the drugs, that is said. */
export function RegimenCard({ of: { regimen, ordered, coming } }: { of: AnswerOf<typeof readMedication> }) {
  if (!regimen) return <Card title="还没有用药方案">{coming && <Coming of={coming} />}</Card>;
  const from = [regimen.prescriber, regimen.hospital].filter(Boolean).join('，');
  return (
    <Card title={ordered ? '现在的用药' : '现在不用药'}>
      {!ordered && regimen.endReason && <View className="gh-sub">{REGIMEN_END_REASONS[regimen.endReason]}</View>}
      {ordered && regimen.drugs === null && <View className="gh-sub">只知道在服药，药名和剂量还没有登记，请精防医生登记。</View>}
      {ordered &&
        regimen.drugs?.map((drug, index) => (
          <KeyValue key={drug.name} name={drug.name} last={index === (regimen.drugs?.length ?? 0) - 1}>
            {doseInWords(drug)}
          </KeyValue>
        ))}
      {ordered && <View className="gh-note">{`从 ${monthDay(regimen.since)} 起${from === '' ? '' : `，${from} 开的方案`}`}</View>}
      {ordered && regimen.note !== null && <View className="gh-note">{regimen.note}</View>}
      {coming && <Coming of={coming} />}
    </Card>
  );
}

const Coming = ({ of: { since, drugs } }: { of: NonNullable<AnswerOf<typeof readMedication>['coming']> }) => (
  <View className="gh-note">{`${monthDay(since)} 起改为：${(drugs ?? []).map(drug => `${drug.name} ${doseInWords(drug)}`).join('；')}`}</View>
);
