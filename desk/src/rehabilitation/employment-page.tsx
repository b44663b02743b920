import { endEmployment, listEmployment, recordEmployment } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { EMPLOYMENT_KINDS, type EmploymentKind } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages, type RowOf } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Detail, Rows } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** Who works, where, since when. */
export function EmploymentPage() {
  const pages = usePages(listEmployment);
  const writes = useMayByPost('rehab:write');
  const [adding, setAdding] = useState(false);
  return (
    <Detail
      over="社区康复"
      title="就业"
      actions={
        writes &&
        !adding && (
          <Button type="primary" onClick={() => setAdding(true)}>
            登记就业
          </Button>
        )
      }
    >
      {adding && <Add onDone={() => setAdding(false)} />}
      <Card>
        <Rows
          pages={pages}
          empty={<Empty title="没有就业记录">服务对象开始干活、上班以后，登记在这里。</Empty>}
          row={one => (
            <li key={one.employmentId}>
              <div className="split">
                <span>
                  <strong>{one.patientName}</strong>
                  {`\u3000${EMPLOYMENT_KINDS[one.kind]}：${one.where}`}
                </span>
                {writes && one.until === null && <End one={one} />}
              </div>
              <p className="small">{`${one.villageName} · ${dayInWords(one.since)} 至 ${dayInWords(one.until, '现在')}`}</p>
            </li>
          )}
        />
      </Card>
    </Detail>
  );
}

function End({ one: { employmentId, version } }: { one: RowOf<typeof listEmployment> }) {
  const write = useWrite(endEmployment);
  return (
    <>
      <Button loading={write.busy} onClick={() => void write.run({ params: { employmentId }, body: { version, lastOn: todayInChina() } })}>
        不做了
      </Button>
      <Refusal of={write} />
    </>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const [employmentId] = useState(newKey);
  const [patientId, setPatient] = useState<string>();
  const [kind, setKind] = useState<EmploymentKind>('farming');
  const [where, setWhere] = useState('');
  const [since, setSince] = useState(todayInChina());
  const write = useWrite(recordEmployment, onDone);
  const submit = () =>
    patientId !== undefined && void write.run({ params: { patientId }, body: { employmentId, kind, where: where.trim(), since } });
  return (
    <Card title="登记就业">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="服务对象" htmlFor="employment-patient">
          <PatientSelect id="employment-patient" value={patientId} name={undefined} onPatient={setPatient} />
        </Form.Item>
        <Form.Item label="做什么" htmlFor="employment-kind">
          <Select
            id="employment-kind"
            value={kind}
            onChange={setKind}
            options={Object.entries(EMPLOYMENT_KINDS).map(([value, label]) => ({ value: value as EmploymentKind, label }))}
          />
        </Form.Item>
        <Form.Item label="在哪里" htmlFor="employment-where">
          <Input id="employment-where" maxLength={60} value={where} onChange={event => setWhere(event.target.value)} />
        </Form.Item>
        <Form.Item label="哪天起" htmlFor="employment-since">
          <DayInput id="employment-since" value={since} max={todayInChina()} onDay={setSince} />
        </Form.Item>
        <Refusal of={write} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={write.busy} disabled={patientId === undefined || where.trim() === ''}>
            登记
          </Button>
          <Button onClick={onDone}>不登记了</Button>
        </div>
      </Form>
    </Card>
  );
}
