import type { Meeting } from '@guanhu/shared/meetings/meetings.contract';
import { cancelMeeting, issueMinutes, readMeeting, sendMinutes } from '@guanhu/shared/meetings/meetings.routes';
import { MEETING_KINDS, MEETING_STATES } from '@guanhu/shared/meetings/meetings.terms';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { saveFrom } from '../app/save-file.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, instantInWords, todayInChina } from '../ui/words.ts';
import { CountersignCard } from './countersign-card.tsx';
import { MinutesForm } from './minutes-form.tsx';
import { MinutesText } from './minutes-text.tsx';

const LOOK_MS = 15_000;

/** One meeting: its agenda, its minutes, who has countersigned them, and what comes next. */
export function MeetingPage() {
  const { meetingId = '' } = useParams();
  const meeting = useRead(readMeeting, { params: { meetingId } }, { every: LOOK_MS });
  return <Answered of={meeting}>{answer => <Shown meeting={answer} />}</Answered>;
}

function Shown({ meeting }: { meeting: Meeting }) {
  const { state, issued, convenes, minutes } = meeting;
  const [editing, setEditing] = useState(false);
  const writes = convenes && (state === 'planned' || state === 'drafting') && meeting.on <= todayInChina();
  return (
    <Detail
      over={`${MEETING_KINDS[meeting.kind]} · ${MEETING_STATES[state]}`}
      title={issued?.number ?? `${meeting.townshipName}${dayInWords(meeting.on)}会议`}
      actions={convenes && <Steps meeting={meeting} />}
    >
      {issued && <IssuedCard meeting={meeting} />}
      <Card title="会议">
        <Facts
          of={[
            ['时间', dayInWords(meeting.on)],
            ['地点', meeting.place],
            ...(meeting.cancelReason === null ? [] : [['取消原因', meeting.cancelReason] as const]),
          ]}
        />
        {meeting.agenda.length > 0 && (
          <ol>
            {meeting.agenda.map(({ topic }) => (
              <li key={topic}>{topic}</li>
            ))}
          </ol>
        )}
      </Card>
      {minutes && !editing && <MinutesText meeting={meeting} minutes={minutes} />}
      {writes && (minutes === null || editing) && (
        <MinutesForm key={minutes?.textId ?? 'first'} meeting={meeting} onDone={() => setEditing(false)} />
      )}
      {writes && minutes !== null && !editing && (
        <div className="actions">
          <Button onClick={() => setEditing(true)}>修改纪要</Button>
        </div>
      )}
      <CountersignCard meeting={meeting} />
      {meeting.objections.length > 0 && (
        <Card title="以前各稿的不同意见">
          {meeting.objections.map(one => (
            <p key={one.at}>{`${one.unitName}（${one.by}，${instantInWords(one.at)}）：${one.words}`}</p>
          ))}
        </Card>
      )}
      {convenes && state === 'planned' && <Cancel meeting={meeting} />}
    </Detail>
  );
}

/** What the office does next: send the minutes round, or issue them when everybody has agreed. */
function Steps({ meeting: { meetingId, state, version, minutes, units } }: { meeting: Meeting }) {
  const send = useWrite(sendMinutes);
  const issue = useWrite(issueMinutes);
  const agreed = units.every(unit => unit.given?.stand === 'agree');
  const parts = { params: { meetingId }, body: { version } };
  return (
    <>
      {state === 'drafting' && minutes !== null && (
        <Button type="primary" size="large" loading={send.busy} onClick={() => void send.run(parts)}>
          送各单位会签
        </Button>
      )}
      {state === 'countersigning' && (
        <Button type="primary" size="large" disabled={!agreed} loading={issue.busy} onClick={() => void issue.run(parts)}>
          印发
        </Button>
      )}
      <Refusal of={send} />
      <Refusal of={issue} />
    </>
  );
}

function IssuedCard({ meeting: { meetingId, issued } }: { meeting: Meeting }) {
  const [failed, setFailed] = useState(false);
  if (!issued) return null;
  const save = (format: 'pdf' | 'docx') =>
    saveFrom(`/meetings/${meetingId}/minutes/${format}`, `${issued.number}.${format}`).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <Card
      title="已印发"
      actions={
        <>
          <Button type="primary" onClick={() => void save('pdf')}>
            下载 PDF
          </Button>
          <Button onClick={() => void save('docx')}>下载 Word</Button>
        </>
      }
    >
      <Facts
        of={[
          ['文号', issued.number],
          ['印发', `${issued.by}，${instantInWords(issued.at)}`],
          ['校验值 SHA-256', issued.contentSha256],
          ['校验值 SM3', issued.contentSm3],
        ]}
      />
      <p className="small">印发以后谁也不能改。要更正，另开一次会或另发一份。</p>
      {failed && <p role="alert">没有取到文件，请再试一次。</p>}
    </Card>
  );
}

function Cancel({ meeting: { meetingId, version } }: { meeting: Meeting }) {
  const [reason, setReason] = useState('');
  const write = useWrite(cancelMeeting);
  return (
    <Card title="取消会议">
      <Input.TextArea
        aria-label="取消原因"
        placeholder="为什么取消"
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div className="actions">
        <Button
          danger
          disabled={reason.trim() === ''}
          loading={write.busy}
          onClick={() => void write.run({ params: { meetingId }, body: { version, reason: reason.trim() } })}
        >
          取消会议
        </Button>
      </div>
      <Refusal of={write} />
    </Card>
  );
}
