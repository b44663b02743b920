import { readMyRollCall } from '@guanhu/shared/visits/special-period.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { rollCallOf } from '../../../platform/roll-call/marks.rules.ts';
import { useMarks } from '../../../platform/roll-call/use-marks.ts';
import { RollCallItem } from '../../../ui/roll-call/roll-call-item.tsx';
import { todayWords } from '../../../words/today.ts';

type RollCallCardProps = { readonly wards: readonly { readonly patientId: string; readonly label: string }[] };

/** In a special period the family says once a day that all is well: one tap. Nothing at other times. */
export function RollCallCard({ wards }: RollCallCardProps) {
  const { value, reload } = useRead(readMyRollCall, { keep: true });
  const asked = value ? rollCallOf(phoneToday(), value).wards : [];
  const { said, mark } = useMarks(reload);
  return (
    <>
      {asked.map(person => {
        const label = wards.find(ward => ward.patientId === person.patientId)?.label;
        return (
          label !== undefined && (
            <RollCallItem
              key={person.patientId}
              title={todayWords.allIsWell(label)}
              marked={person.mark}
              said={said[person.patientId]}
              onMark={result => void mark(person.patientId, result)}
            />
          )
        );
      })}
    </>
  );
}
