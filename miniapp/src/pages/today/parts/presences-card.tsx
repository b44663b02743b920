import { listMyPresences } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { todayWords } from '../../../words/today.ts';

/** Joint visits that somebody else wrote down: was the reader there? */
export function PresencesCard() {
  const rows = useRead(listMyPresences, { keep: true }).value?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Card list>
      {rows.map((row, index) => (
        <ListItem
          key={row.visitId}
          title={todayWords.visitTogether(row.patientName)}
          sub={todayWords.confirmPresence(momentInWords(row.at, phoneToday()), row.visitorName)}
          last={index === rows.length - 1}
          onTap={() => goTo('/packages/visits/record/index', { visitId: row.visitId })}
        />
      ))}
    </Card>
  );
}
