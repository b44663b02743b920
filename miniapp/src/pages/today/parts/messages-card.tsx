import { listMyMessages } from '@guanhu/shared/reminders/reminders.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { goTo } from '../../../platform/navigate';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { commonWords } from '../../../words/common.ts';
import { todayWords } from '../../../words/today.ts';

/** As many as a family gets in some days; older ones were seen or went another way. */
const NEWEST = 10;

/** What the family was told lately, and how much of it nobody has opened. Large type shows it only when there is something to see. */
export function MessagesCard() {
  const rows = useRead(listMyMessages, { query: { limit: NEWEST }, keep: true }).value?.rows ?? [];
  const { care } = useFontScale();
  const unseen = rows.filter(row => row.readAt === null).length;
  if (care && unseen === 0) return null;
  return (
    <Card list>
      <ListItem
        title={commonWords.messages}
        aside={unseen > 0 ? <Tag tone="warn">{todayWords.unseenMessages(unseen)}</Tag> : <Tag>{todayWords.allSeen}</Tag>}
        last
        onTap={() => goTo('/packages/reminders/messages/index')}
      />
    </Card>
  );
}
