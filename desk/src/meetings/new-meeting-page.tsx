import { listAreas, listOrganisations } from '@guanhu/shared/access/access.routes';
import type { MeetingProposal } from '@guanhu/shared/meetings/meetings.contract';
import { planMeeting, proposeMeeting } from '@guanhu/shared/meetings/meetings.routes';
import { MEETING_KINDS, type MatterSource, type MeetingKind } from '@guanhu/shared/meetings/meetings.terms';
import { Button, Checkbox, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** A meeting is called: what is open in the township is offered as its agenda. */
export function NewMeetingPage() {
  const mine = areasWith(useMe(), 'meeting:convene');
  const townships = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'township' && mine.includes(area.areaId));
  const [chosen, setChosen] = useState<string>();
  const townshipId = chosen ?? townships[0]?.areaId;
  const proposal = useRead(proposeMeeting, { query: { townshipId: townshipId ?? '' } }, { enabled: townshipId !== undefined });
  return (
    <Detail over="会议与督办" title="召集会议">
      {townships.length > 1 && (
        <Card>
          <Select
            aria-label="乡镇"
            value={townshipId ?? null}
            onChange={setChosen}
            options={townships.map(area => ({ value: area.areaId, label: area.name }))}
            style={{ minWidth: 220 }}
          />
        </Card>
      )}
      {townshipId !== undefined && <Answered of={proposal}>{answer => <Fields key={townshipId} proposal={answer} />}</Answered>}
    </Detail>
  );
}

type Topic = { readonly topic: string; readonly source: MatterSource | null };

function Fields({ proposal }: { proposal: MeetingProposal }) {
  const { townshipId, dueBy, timesAYear } = proposal;
  const navigate = useNavigate();
  const [meetingId] = useState(newKey);
  const [kind, setKind] = useState<MeetingKind>('regular');
  const [on, setDay] = useState(todayInChina());
  const [place, setPlace] = useState('');
  const [units, setUnits] = useState<readonly string[]>(proposal.units.map(unit => unit.organisationId));
  const [proposed, setProposed] = useState<readonly MatterSource[]>(proposal.matters.map(matter => matter.source));
  const [own, setOwn] = useState('');
  const others = useRead(listOrganisations).data?.rows ?? [];
  const write = useWrite(planMeeting, () => void navigate(`/meetings/${meetingId}`));
  const agenda: readonly Topic[] = [
    ...proposal.matters.filter(matter => proposed.includes(matter.source)).map(({ topic, source }) => ({ topic, source })),
    ...own
      .split('\n')
      .map(topic => topic.trim())
      .filter(topic => topic !== '')
      .map(topic => ({ topic, source: null })),
  ];
  const ready = place.trim() !== '' && units.length > 0;
  return (
    <Form layout="vertical">
      <Card title="什么会">
        <p className="sub">
          {timesAYear === 4 ? '每季度开一次例会' : `每年开 ${timesAYear} 次例会`}
          {`，这一次 ${dayInWords(dueBy)} 前开`}
          {proposal.lastRegularOn !== null && `；上次 ${dayInWords(proposal.lastRegularOn)}`}
        </p>
        <div className="fields">
          <Form.Item label="会议">
            <Segmented
              aria-label="会议"
              value={kind}
              onChange={setKind}
              options={Object.entries(MEETING_KINDS).map(([value, label]) => ({ value: value as MeetingKind, label }))}
            />
          </Form.Item>
          <Form.Item label="哪天" htmlFor="meeting-day">
            <DayInput id="meeting-day" value={on} onDay={setDay} />
          </Form.Item>
          <Form.Item label="地点" htmlFor="meeting-place">
            <Input id="meeting-place" maxLength={60} value={place} onChange={event => setPlace(event.target.value)} />
          </Form.Item>
        </div>
      </Card>
      <Card title="议题">
        <p className="sub">系统按没办完的事提出，只有数字和村名，不写服务对象姓名。</p>
        {proposal.matters.length === 0 && <p>没有没办完的事。</p>}
        <Checkbox.Group
          value={[...proposed]}
          onChange={setProposed}
          options={proposal.matters.map(matter => ({ value: matter.source, label: matter.topic }))}
          style={{ display: 'grid', gap: 8, marginBlockEnd: 16 }}
        />
        <Form.Item label="另加的议题，一行一个" htmlFor="meeting-own">
          <Input.TextArea id="meeting-own" rows={3} maxLength={2000} value={own} onChange={event => setOwn(event.target.value)} />
        </Form.Item>
      </Card>
      <Card title="参加单位">
        <Form.Item label="全部单位，或只请有关的几个" htmlFor="meeting-units">
          <Select
            id="meeting-units"
            mode="multiple"
            value={[...units]}
            onChange={setUnits}
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(unit => ({ value: unit.organisationId, label: unit.name }))}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Button
          type="primary"
          disabled={!ready}
          loading={write.busy}
          onClick={() =>
            void write.run({ body: { meetingId, townshipId, kind, on, place: place.trim(), units: [...units], agenda: [...agenda] } })
          }
        >
          召集
        </Button>
        <Refusal of={write} />
      </Card>
    </Form>
  );
}
