import { View } from '@tarojs/components';
import { doseInWords } from '@guanhu/shared/medication/dose.rules';
import { REGIMEN_END_REASONS } from '@guanhu/shared/medication/medication.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { monthDay } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { medicationWords } from '../../../../words/medication.ts';

/** What the doctor ordered; where nobody has named the drugs, that is said. */
export function RegimenCard({ of: { regimen, ordered, coming } }: { of: AnswerOf<typeof readMedication> }) {
  if (!regimen) return <Card title={medicationWords.noRegimen}>{coming && <Coming of={coming} />}</Card>;
  const from = [regimen.prescriber, regimen.hospital].filter(Boolean).join(commonWords.commaMark);
  return (
    <Card title={ordered ? medicationWords.regimen : medicationWords.noMedicine}>
      {!ordered && regimen.endReason && <View className="gh-sub">{REGIMEN_END_REASONS[regimen.endReason]}</View>}
      {ordered && regimen.drugs === null && <View className="gh-sub">{medicationWords.drugsUnknown}</View>}
      {ordered &&
        regimen.drugs?.map((drug, index) => (
          <KeyValue key={drug.name} name={drug.name} last={index === (regimen.drugs?.length ?? 0) - 1}>
            {doseInWords(drug)}
          </KeyValue>
        ))}
      {ordered && (
        <View className="gh-note">
          {medicationWords.regimenSince(monthDay(regimen.since), from === '' ? '' : medicationWords.prescribedBy(from))}
        </View>
      )}
      {ordered && regimen.note !== null && <View className="gh-note">{regimen.note}</View>}
      {coming && <Coming of={coming} />}
    </Card>
  );
}

const Coming = ({ of: { since, drugs } }: { of: NonNullable<AnswerOf<typeof readMedication>['coming']> }) => (
  <View className="gh-note">
    {medicationWords.regimenFrom(
      monthDay(since),
      (drugs ?? []).map(drug => `${drug.name} ${doseInWords(drug)}`).join(commonWords.clauseMark),
    )}
  </View>
);
