import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readMeeting } from '@guanhu/shared/meetings/meetings.routes';
import { MEETING_KINDS, MEETING_STATES } from '@guanhu/shared/meetings/meetings.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords, momentInWords } from '../../../ui/time.ts';
import { Minutes } from './parts/minutes.tsx';
import { SignCard } from './parts/sign-card.tsx';
import { UnitsCard } from './parts/units-card.tsx';
import { unitsToSign } from './units-to-sign.ts';
import { meetingsWords } from '../../../words/meetings.ts';

/** One meeting: what was objected to before, the whole minutes, how every unit stands to them, and the reader's own unit's word. */
export default function MeetingPage() {
  const { meetingId = '' } = useRouter().params;
  const { value: meeting, refusal, reload } = useRead(readMeeting, { params: { meetingId } });
  const { doing, send } = useDeeds(reload);
  if (!meeting) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  return (
    <Page>
      <Card title={meeting.issued?.number ?? meetingsWords.townshipMeeting(meeting.townshipName, MEETING_KINDS[meeting.kind])}>
        <KeyValue name={meetingsWords.when}>{dayInWords(meeting.on, today)}</KeyValue>
        <KeyValue name={meetingsWords.place} note={meeting.cancelReason ?? undefined} last>
          {meeting.place}
        </KeyValue>
        <View className="gh-note">{MEETING_STATES[meeting.state]}</View>
      </Card>
      {meeting.objections.length > 0 && (
        <Card list title={meetingsWords.objectedBefore}>
          {meeting.objections.map((one, index) => (
            <ListItem
              key={one.at}
              title={one.words}
              sub={meetingsWords.objectedBy(one.unitName, one.by, momentInWords(one.at, today))}
              last={index === meeting.objections.length - 1}
            />
          ))}
        </Card>
      )}
      <Minutes meeting={meeting} today={today} />
      <UnitsCard meeting={meeting} today={today} />
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {unitsToSign(meeting).map(unit => (
        <SignCard key={unit.organisationId} meeting={meeting} unit={unit} busy={doing.at === 'sending'} send={send} />
      ))}
      {meeting.convenes && <View className="gh-note">{meetingsWords.restAtDesk}</View>}
    </Page>
  );
}
