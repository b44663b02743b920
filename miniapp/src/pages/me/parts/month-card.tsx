import { readMyMonth } from '@guanhu/shared/agenda/agenda.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';

/** What the reader has done this month; nobody is compared with anybody. */
export function MonthCard() {
  const month = useRead(readMyMonth, { keep: true }).value;
  if (!month) return null;
  return (
    <Card title={`${String(Number(month.from.slice(5, 7)))} 月我办的事`}>
      <KeyValue name="办完">{`${String(month.done)} 件`}</KeyValue>
      <KeyValue name="其中按时" last>
        {`${String(month.inTime)} 件`}
      </KeyValue>
    </Card>
  );
}
