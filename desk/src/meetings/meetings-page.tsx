import { listMeetings } from '@guanhu/shared/meetings/meetings.routes';
import { MEETING_KINDS, MEETING_STATES, type MeetingState } from '@guanhu/shared/meetings/meetings.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { StateSelect, useStateFilter } from '../ui/state-list.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

const TONES: Readonly<Record<MeetingState, Tone>> = {
  planned: 'plain',
  drafting: 'warn',
  countersigning: 'warn',
  issued: 'calm',
  cancelled: 'plain',
};

/** Meetings of the reader's townships and units, and beside them one of them, a new one, or what they decided. */
export function MeetingsPage() {
  const pages = usePages(listMeetings, { query: useStateFilter<MeetingState>() });
  const convenes = useMayByPost('meeting:convene');
  return (
    <Place
      list={
        <ListColumn
          title="会议与督办"
          actions={
            convenes && (
              <Link to="/meetings/new">
                <Button type="primary">召集会议</Button>
              </Link>
            )
          }
          filters={
            <>
              <StateSelect states={MEETING_STATES} />
              <div className="actions">
                <Link to="/meetings/decisions">会议决定</Link>
                <Link to="/meetings/duties">责任清单</Link>
                <Link to="/meetings/letters">督办</Link>
                <Link to="/meetings/departments">部门考核</Link>
              </div>
            </>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有会议">例会和临时会议都从这里召集：议题由没办完的事提出，纪要由各单位会签以后印发。</Empty>}
            row={meeting => (
              <RowLink
                key={meeting.meetingId}
                to={`/meetings/${meeting.meetingId}`}
                title={`${meeting.townshipName}${MEETING_KINDS[meeting.kind]}`}
                note={meeting.number ?? dayInWords(meeting.on)}
                tag={
                  meeting.waitsForMe
                    ? { tone: 'danger', words: '等您会签' }
                    : { tone: TONES[meeting.state], words: MEETING_STATES[meeting.state] }
                }
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
