import type { Participant, Programme } from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import {
  endProgramme,
  joinProgramme,
  leaveProgramme,
  logSession,
  readProgramme,
} from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import {
  REHAB_ENDS,
  REHAB_KINDS,
  REHAB_ORIGINS,
  type RehabEnd,
  type RehabOrigin,
} from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Button, Checkbox, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** Ends that somebody chooses; with the programme itself everybody's part ends. */
const LEAVING = (Object.entries(REHAB_ENDS) as [RehabEnd, string][]).filter(([value]) => value !== 'over');

/** One programme: who takes part, how often they came, what was held. */
export function ProgrammePage() {
  const { programmeId = '' } = useParams();
  const programme = useRead(readProgramme, { params: { programmeId } });
  return <Answered of={programme}>{answer => <Shown programme={answer} />}</Answered>;
}

function Shown({ programme }: { programme: Programme }) {
  const { mayWrite, participants, sessions } = programme;
  return (
    <Detail over={`${programme.areaName} · ${REHAB_KINDS[programme.kind]}`} title={programme.what}>
      <Card title="项目">
        <Facts
          of={[
            ['场所', programme.place],
            ['开始', dayInWords(programme.since)],
            ...(programme.until === null ? [] : [['结束', dayInWords(programme.until)] as const]),
          ]}
        />
      </Card>
      <Card title="参加的人">
        <Table
          size="small"
          rowKey="participantId"
          pagination={false}
          locale={{ emptyText: '还没有人参加' }}
          dataSource={[...participants]}
          columns={[
            { title: '姓名', render: (_, one) => `${one.patientName}（${one.villageName}）` },
            { title: '来自', render: (_, one) => REHAB_ORIGINS[one.origin] },
            { title: '到场', render: (_, one) => `${String(one.attended)} / ${String(one.held)} 次` },
            {
              title: '',
              render: (_, one) =>
                one.until === null
                  ? mayWrite && <Leave participant={one} />
                  : `${dayInWords(one.until)}${one.end === null ? '结束' : REHAB_ENDS[one.end]}`,
            },
          ]}
        />
        {mayWrite && <Join key={participants.length} programme={programme} />}
      </Card>
      {mayWrite && <Hold key={sessions.length} programme={programme} />}
      <Card title="活动记录">
        <Table
          size="small"
          rowKey="sessionId"
          pagination={false}
          locale={{ emptyText: '还没有活动' }}
          dataSource={[...sessions]}
          columns={[
            { title: '日期', width: 120, render: (_, one) => dayInWords(one.on) },
            { title: '到场', width: 90, render: (_, one) => `${String(one.present)} / ${String(one.of)} 人` },
            { title: '做了什么', dataIndex: 'what' },
            { title: '登记', width: 90, dataIndex: 'by' },
          ]}
        />
      </Card>
      {mayWrite && <End programme={programme} />}
    </Detail>
  );
}

function Join({ programme: { programmeId, since: begun } }: { programme: Programme }) {
  const [participantId] = useState(newKey);
  const [patientId, setPatient] = useState<string>();
  const [origin, setOrigin] = useState<RehabOrigin>('team');
  const [since, setSince] = useState(todayInChina());
  const write = useWrite(joinProgramme);
  const submit = () =>
    patientId !== undefined && void write.run({ params: { patientId }, body: { participantId, programmeId, origin, since } });
  return (
    <Form layout="vertical" className="form-narrow" onFinish={submit} style={{ marginTop: 16 }}>
      <Form.Item label="加一个人" htmlFor="join-patient">
        <PatientSelect id="join-patient" value={patientId} name={undefined} onPatient={setPatient} />
      </Form.Item>
      <Form.Item label="来自" htmlFor="join-origin">
        <Select
          id="join-origin"
          value={origin}
          onChange={setOrigin}
          options={Object.entries(REHAB_ORIGINS).map(([value, label]) => ({ value: value as RehabOrigin, label }))}
        />
      </Form.Item>
      <Form.Item label="哪天起" htmlFor="join-since">
        <DayInput id="join-since" value={since} min={begun} max={todayInChina()} onDay={setSince} />
      </Form.Item>
      <Refusal of={write} />
      <Button htmlType="submit" loading={write.busy} disabled={patientId === undefined}>
        加入
      </Button>
    </Form>
  );
}

function Leave({ participant: { participantId, patientName, version } }: { participant: Participant }) {
  const write = useWrite(leaveProgramme);
  const leave = (end: RehabEnd) => void write.run({ params: { participantId }, body: { version, lastOn: todayInChina(), end } });
  return (
    <>
      <Select
        aria-label={`${patientName}离开项目`}
        placeholder="离开项目"
        value={null}
        onChange={(end: RehabEnd) => leave(end)}
        loading={write.busy}
        options={LEAVING.map(([value, label]) => ({ value, label }))}
        style={{ minWidth: 150 }}
      />
      <Refusal of={write} />
    </>
  );
}

function Hold({ programme: { programmeId, participants, since } }: { programme: Programme }) {
  const [sessionId] = useState(newKey);
  const [on, setDay] = useState(todayInChina());
  const [what, setWhat] = useState('');
  const [present, setPresent] = useState<string[]>([]);
  const write = useWrite(logSession);
  const there = participants.filter(one => one.since <= on && (one.until === null || one.until >= on));
  const submit = () => {
    const came = present.filter(id => there.some(one => one.participantId === id));
    void write.run({ params: { programmeId }, body: { sessionId, on, what: what.trim(), present: came } });
  };
  return (
    <Card title="记一次活动">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="哪天" htmlFor="session-day">
          <DayInput id="session-day" value={on} min={since} max={todayInChina()} onDay={setDay} />
        </Form.Item>
        <Form.Item label="做了什么（不写服务对象）" htmlFor="session-what">
          <Input.TextArea id="session-what" rows={2} maxLength={500} value={what} onChange={event => setWhat(event.target.value)} />
        </Form.Item>
        <Form.Item label="谁到了">
          <Checkbox.Group
            value={present}
            onChange={setPresent}
            options={there.map(one => ({ value: one.participantId, label: one.patientName }))}
          />
        </Form.Item>
        <Refusal of={write} />
        <Button type="primary" htmlType="submit" loading={write.busy} disabled={what.trim() === ''}>
          记下
        </Button>
      </Form>
    </Card>
  );
}

function End({ programme: { programmeId, version } }: { programme: Programme }) {
  const write = useWrite(endProgramme);
  return (
    <Card title="结束项目">
      <p className="sub">结束以后不能再加人、记活动，参加的人一起结束。</p>
      <Refusal of={write} />
      <Button
        danger
        loading={write.busy}
        onClick={() => void write.run({ params: { programmeId }, body: { version, lastOn: todayInChina() } })}
      >
        今天结束
      </Button>
    </Card>
  );
}
