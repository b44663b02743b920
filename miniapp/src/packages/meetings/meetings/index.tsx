import { View } from '@tarojs/components';
import { listMeetings } from '@guanhu/shared/meetings/meetings.routes';
import { MEETING_KINDS, MEETING_STATES } from '@guanhu/shared/meetings/meetings.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { waitingFirst } from './waiting-first.ts';
import { meetingsWords } from '../../../words/meetings.ts';

/** Meetings of the reader's townships and units, those whose minutes wait for the reader's unit first. */
export default function MeetingsPage() {
  const { value, refusal, reload } = useRead(listMeetings, { query: {} });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const rows = waitingFirst(value.rows);
  const today = phoneToday();
  return (
    <Page>
      {rows.length === 0 && <Empty title={meetingsWords.none} sub={meetingsWords.noneSub} />}
      {rows.length > 0 && (
        <Card list>
          {rows.map((row, index) => (
            <ListItem
              key={row.meetingId}
              title={meetingsWords.townshipMeeting(row.townshipName, MEETING_KINDS[row.kind])}
              sub={row.number ?? dayInWords(row.on, today)}
              aside={row.waitsForMe ? <Tag tone="warn">{meetingsWords.waitsForYou}</Tag> : <Tag>{MEETING_STATES[row.state]}</Tag>}
              last={index === rows.length - 1}
              onTap={() => goTo('/packages/meetings/meeting/index', { meetingId: row.meetingId })}
            />
          ))}
        </Card>
      )}
      {value.next !== null && <View className="gh-note">{meetingsWords.olderAtDesk}</View>}
    </Page>
  );
}
