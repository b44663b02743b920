import type { AdmissionAnswer } from '@guanhu/shared/incidents/admission.contract';
import { dischargePatient, readAdmission, receiveDischarged, recordRediagnosis } from '@guanhu/shared/incidents/admission.routes';
import {
  ADMISSION_GROUNDS,
  ADMISSION_SIGNERS,
  ADMISSION_STATES,
  ADMISSION_STEPS,
  DISCHARGE_REASONS,
  GROUND_MEANINGS,
  REDIAGNOSIS_STEP_KEYS,
  STAY_ENDS,
  type DischargeReason,
} from '@guanhu/shared/incidents/admission.terms';
import { Button, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

const DESIGNATED: Readonly<Record<string, string>> = { true: '（定点医院）', false: '（不是定点医院）' };

/** One stay in hospital: its ground, its days, and the way home. */
export function AdmissionPage() {
  const { admissionId = '' } = useParams();
  const admission = useRead(readAdmission, { params: { admissionId } });
  return <Answered of={admission}>{answer => <Shown key={answer.version} admission={answer} />}</Answered>;
}

function Shown({ admission }: { admission: AdmissionAnswer }) {
  const mayRecord = useMayByPost('admission:record');
  const mayReceive = useMayByPost('admission:receive');
  const { handover, mayStep } = admission;
  return (
    <Detail over={`${admission.villageName} · ${ADMISSION_STATES[admission.state]}`} title={`${admission.patientName} 住院`}>
      <Card title="依据">
        <Facts
          of={[
            ['服务对象', <Link to={`/patients/${admission.patientId}`}>{admission.patientName}</Link>],
            ['住院依据', ADMISSION_GROUNDS[admission.ground]],
            ['法律要求', GROUND_MEANINGS[admission.ground]],
            ['医院', `${admission.hospital}${DESIGNATED[String(admission.designated)] ?? ''}`],
            ['办理人', `${ADMISSION_SIGNERS[admission.signedBy]} ${admission.signerName}`],
            ['住院日期', dayInWords(admission.admittedOn)],
            ...(admission.conclusionOn === null ? [] : [['诊断结论', dayInWords(admission.conclusionOn)] as const]),
            ...(admission.rediagnosisUntil === null ? [] : [['可以要求再次诊断到', dayInWords(admission.rediagnosisUntil)] as const]),
            ...(admission.guardianRefused === null ? [] : [['监护人不办理', admission.guardianRefused] as const]),
            ...(admission.words === null ? [] : [['说明', admission.words] as const]),
          ]}
        />
      </Card>
      {handover && (
        <Card title="医院交接">
          <Facts
            of={[
              ['出院', `${dayInWords(admission.dischargedOn)}，${STAY_ENDS[handover.reason]}`],
              ['诊断', handover.diagnosis || '—'],
              ['用药', handover.medicine || '—'],
              ['嘱咐', handover.advice || '—'],
            ]}
          />
        </Card>
      )}
      {mayRecord && mayStep.some(step => step !== 'discharge' && step !== 'receive') && <Rediagnosis admission={admission} />}
      {mayRecord && mayStep.includes('discharge') && <Discharge admission={admission} />}
      {mayReceive && mayStep.includes('receive') && <Receive admission={admission} />}
      <Card title="经过">
        <ul className="plain-list">
          {admission.events.map(event => (
            <li key={`${event.step}${event.recordedAt}`}>
              {dayInWords(event.on)} {ADMISSION_STEPS[event.step]}
              <span className="small">
                &emsp;{event.byName} {event.words}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Detail>
  );
}

function Rediagnosis({ admission }: { admission: AdmissionAnswer }) {
  const { admissionId, version, mayStep } = admission;
  const [on, setOn] = useState(todayInChina());
  const write = useWrite(recordRediagnosis);
  return (
    <Card title="再次诊断">
      <Form layout="vertical">
        <Form.Item label="日期" htmlFor="rediagnosis-on">
          <DayInput id="rediagnosis-on" value={on} max={todayInChina()} onDay={setOn} />
        </Form.Item>
        <Refusal of={write} />
        <Space wrap>
          {REDIAGNOSIS_STEP_KEYS.filter(step => mayStep.includes(step)).map(step => (
            <Button
              key={step}
              loading={write.busy}
              onClick={() => void write.run({ params: { admissionId }, body: { version, step, on } })}
            >
              {ADMISSION_STEPS[step]}
            </Button>
          ))}
        </Space>
      </Form>
    </Card>
  );
}

function Discharge({ admission }: { admission: AdmissionAnswer }) {
  const { admissionId, version, mayDischargeFor } = admission;
  const [on, setOn] = useState(todayInChina());
  const [reason, setReason] = useState<DischargeReason>(mayDischargeFor[0] ?? 'better');
  const [said, setSaid] = useState({ diagnosis: '', medicine: '', advice: '' });
  const write = useWrite(dischargePatient);
  const words = { diagnosis: said.diagnosis.trim(), medicine: said.medicine.trim(), advice: said.advice.trim() };
  const FIELDS = [
    ['diagnosis', '出院诊断', 500],
    ['medicine', '出院用药', 1000],
    ['advice', '医院的嘱咐，什么时候复诊', 1000],
  ] as const;
  return (
    <Card title="出院">
      <Form layout="vertical" onFinish={() => void write.run({ params: { admissionId }, body: { version, on, reason, ...words } })}>
        <Form.Item label="出院日期" htmlFor="discharge-on">
          <DayInput id="discharge-on" value={on} max={todayInChina()} onDay={setOn} />
        </Form.Item>
        <Form.Item label="原因" htmlFor="discharge-reason">
          <Select
            id="discharge-reason"
            options={mayDischargeFor.map(value => ({ value, label: DISCHARGE_REASONS[value] }))}
            value={reason}
            onChange={setReason}
          />
        </Form.Item>
        {FIELDS.map(([name, label, most]) => (
          <Form.Item key={name} label={label} htmlFor={`discharge-${name}`}>
            <Input.TextArea
              id={`discharge-${name}`}
              rows={2}
              maxLength={most}
              value={said[name]}
              onChange={event => setSaid({ ...said, [name]: event.target.value })}
            />
          </Form.Item>
        ))}
        <Refusal of={write} />
        <Button type="primary" htmlType="submit" disabled={Object.values(words).includes('')} loading={write.busy}>
          登记出院
        </Button>
      </Form>
    </Card>
  );
}

function Receive({ admission }: { admission: AdmissionAnswer }) {
  const { admissionId, version } = admission;
  const write = useWrite(receiveDischarged);
  return (
    <Card title="接收">
      <p className="sub">看过医院的交接，社区继续随访和用药。</p>
      <Refusal of={write} />
      <Button type="primary" loading={write.busy} onClick={() => void write.run({ params: { admissionId }, body: { version } })}>
        我已接收
      </Button>
    </Card>
  );
}
