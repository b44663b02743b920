import { recordAdmission } from '@guanhu/shared/incidents/admission.routes';
import {
  ADMISSION_GROUND_KEYS,
  ADMISSION_GROUNDS,
  ADMISSION_SIGNERS,
  GROUND_MEANINGS,
  type AdmissionGround,
  type AdmissionSigner,
} from '@guanhu/shared/incidents/admission.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readLife } from '@guanhu/shared/registry/patient-life.routes';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { listPolicies } from '@guanhu/shared/policy/policy.routes';
import { AutoComplete, Button, Form, Input, Radio, Segmented, Space } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { usePatientName } from './use-patient-name.ts';

/** Who may sign, by ground; the server refuses the rest in words. */
const SIGNERS: Readonly<Record<AdmissionGround, readonly AdmissionSigner[]>> = {
  voluntary: ['patient'],
  dangerToSelf: ['guardian'],
  dangerToOthers: ['guardian', 'committee'],
};

/** An admission is recorded: first on what ground. */
export function NewAdmissionPage() {
  const { patientId = '' } = useParams();
  const life = useRead(readLife, { params: { patientId }, query: {} });
  return <Answered of={life}>{({ state }) => <NewAdmission patientId={patientId} from={state} />}</Answered>;
}

function NewAdmission({ patientId, from }: { patientId: string; from: PatientState }) {
  const navigate = useNavigate();
  const name = usePatientName(patientId);
  const incidentId = useSearchParams()[0].get('incident');
  const [admissionId] = useState(newKey);
  const [ground, setGround] = useState<AdmissionGround | null>(null);
  const [signer, setSigner] = useState<AdmissionSigner>();
  const [on, setOn] = useState(todayInChina());
  const [conclusionOn, setConclusionOn] = useState<CalendarDate>();
  const [said, setSaid] = useState({ hospital: '', signerName: '', refused: '', words: '' });
  const write = useWrite(recordAdmission, () => void navigate(`/after-incidents/admissions/${admissionId}`));
  const signers = ground === null ? [] : SIGNERS[ground];
  const signedBy = signers.find(one => one === signer) ?? signers[0] ?? 'guardian';
  const field = (name: keyof typeof said, label: string, most: number) => (
    <Form.Item label={label} htmlFor={`admission-${name}`}>
      <Input
        id={`admission-${name}`}
        maxLength={most}
        value={said[name]}
        onChange={event => setSaid({ ...said, [name]: event.target.value })}
      />
    </Form.Item>
  );
  const submit = () =>
    write.run({
      params: { patientId },
      body: {
        admissionId,
        ...(incidentId === null ? {} : { incidentId }),
        from,
        on,
        ground,
        hospital: said.hospital.trim(),
        signedBy,
        signerName: said.signerName.trim(),
        conclusionOn: ground === 'dangerToOthers' ? (conclusionOn ?? null) : null,
        guardianRefused: signedBy === 'committee' && said.refused.trim() !== '' ? said.refused.trim() : null,
        ...(said.words.trim() === '' ? {} : { words: said.words.trim() }),
      },
    });
  return (
    <Detail over="只登记依法办理的住院，不作出住院决定" title={`登记住院：${name}`}>
      <Card title="依据哪一种情形">
        <Radio.Group value={ground} onChange={event => setGround(event.target.value as AdmissionGround)}>
          <Space orientation="vertical">
            {ADMISSION_GROUND_KEYS.map(key => (
              <Radio key={key} value={key}>
                <strong>{ADMISSION_GROUNDS[key]}</strong>
                <br />
                <span className="small">{GROUND_MEANINGS[key]}</span>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Card>
      {ground !== null && (
        <Card title="办理">
          <Form layout="vertical" onFinish={() => void submit()}>
            <HospitalField value={said.hospital} onChange={hospital => setSaid({ ...said, hospital })} />
            <Form.Item label="住院日期" htmlFor="admission-on">
              <DayInput id="admission-on" value={on} max={todayInChina()} onDay={setOn} />
            </Form.Item>
            {ground === 'dangerToOthers' && (
              <Form.Item label="本人和监护人收到诊断结论的日期" htmlFor="admission-conclusion" extra="从这一天起三日内可以要求再次诊断">
                <DayInput id="admission-conclusion" value={conclusionOn} max={todayInChina()} onDay={setConclusionOn} />
              </Form.Item>
            )}
            <Form.Item label="谁同意并办理">
              <Segmented
                value={signedBy}
                onChange={setSigner}
                options={signers.map(value => ({ value, label: ADMISSION_SIGNERS[value] }))}
              />
            </Form.Item>
            {field('signerName', '办理人姓名', 50)}
            {signedBy === 'committee' && field('refused', '监护人为什么不办理', 500)}
            {field('words', '说明（可以不写）', 1000)}
            <Refusal of={write} />
            <Button
              type="primary"
              htmlType="submit"
              disabled={said.hospital.trim() === '' || said.signerName.trim() === ''}
              loading={write.busy}
            >
              登记住院
            </Button>
          </Form>
        </Card>
      )}
    </Detail>
  );
}

/** The hospitals that the county names are offered; another one can be written. */
function HospitalField({ value, onChange }: { value: string; onChange: (hospital: string) => void }) {
  const policies = useRead(listPolicies, {}, { enabled: useMayByPost('policy:read') }).data?.policies ?? [];
  const named = policies.flatMap(({ inForce, policy }) => (inForce && policy?.kind === 'handling' ? policy.hospitals : []));
  return (
    <Form.Item
      label="医院"
      htmlFor="admission-hospital"
      extra={named.length > 0 ? `定点医院：${[...new Set(named)].join('、')}` : undefined}
    >
      <AutoComplete id="admission-hospital" value={value} onChange={onChange} options={[...new Set(named)].map(name => ({ value: name }))}>
        <Input maxLength={100} />
      </AutoComplete>
    </Form.Item>
  );
}
