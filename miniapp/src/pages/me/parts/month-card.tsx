import { readMyMonth } from '@guanhu/shared/agenda/agenda.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { meWords } from '../../../words/me.ts';

/** What the reader has done this month; nobody is compared with anybody. */
export function MonthCard() {
  const month = useRead(readMyMonth, { keep: true }).value;
  if (!month) return null;
  return (
    <Card title={meWords.myMonth(Number(month.from.slice(5, 7)))}>
      <KeyValue name={meWords.done}>{meWords.matters(month.done)}</KeyValue>
      <KeyValue name={meWords.inTime} last>
        {meWords.matters(month.inTime)}
      </KeyValue>
    </Card>
  );
}
