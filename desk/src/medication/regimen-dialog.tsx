import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { MOST_DRUGS } from '@guanhu/shared/medication/dose.rules';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { setRegimen } from '@guanhu/shared/medication/regimen.routes';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { DrugFields } from './drug-fields.tsx';
import { drugOf, EMPTY_DRUG, typedDrug } from './drug-typed.ts';

type Overview = AnswerOf<typeof readMedication>;

/** The doctor's order: up to three drugs. It begins with the present one, filled in; saving ends that one the day before. */
export function RegimenDialog({ patientId, of, onClose }: { patientId: string; of: Overview; onClose: () => void }) {
  const newest = of.coming ?? of.regimen;
  const [regimenId] = useState(newKey);
  const [drugs, setDrugs] = useState(() => (newest?.drugs ?? []).map(typedDrug));
  const [from, setFrom] = useState<CalendarDate>(todayInChina());
  const [prescriber, setPrescriber] = useState(newest?.prescriber ?? '');
  const [hospital, setHospital] = useState(newest?.hospital ?? '');
  const [note, setNote] = useState('');
  const set = useWrite(setRegimen, onClose);
  const shown = drugs.length === 0 ? [EMPTY_DRUG] : drugs;
  const made = shown.map(drugOf);
  const ready = made.every(drug => drug !== undefined) && new Set(made.map(drug => drug.name)).size === made.length;
  const words = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const submit = () => {
    const whole = made.filter(drug => drug !== undefined);
    const [by, at, more] = [words(prescriber), words(hospital), words(note)];
    const body = {
      regimenId,
      from,
      drugs: whole,
      after: newest?.regimenId ?? null,
      ...(by === undefined ? {} : { prescriber: by }),
      ...(at === undefined ? {} : { hospital: at }),
      ...(more === undefined ? {} : { note: more }),
    };
    return ready && set.run({ params: { patientId }, body });
  };
  return (
    <Modal
      open
      title={of.ordered ? '调整用药方案' : '登记用药方案'}
      okText="保存方案"
      cancelText="取消"
      width={640}
      okButtonProps={{ disabled: !ready, loading: set.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {shown.map((drug, index) => (
          <DrugFields
            key={index}
            id={`drug-${index}`}
            drug={drug}
            known={of.knownDrugs}
            onChange={next => setDrugs(shown.map((one, at) => (at === index ? next : one)))}
            onRemove={shown.length > 1 ? () => setDrugs(shown.filter((_, at) => at !== index)) : undefined}
          />
        ))}
        {shown.length < MOST_DRUGS && (
          <Form.Item>
            <Button onClick={() => setDrugs([...shown, EMPTY_DRUG])}>再加一种药</Button>
          </Form.Item>
        )}
        <Form.Item label="从哪天起" htmlFor="regimen-from" extra="原来的方案到前一天为止，历史保留">
          <DayInput id="regimen-from" value={from} onDay={setFrom} />
        </Form.Item>
        <Form.Item label="开方医生" htmlFor="regimen-prescriber">
          <Input
            id="regimen-prescriber"
            maxLength={40}
            value={prescriber}
            placeholder="精神科医生姓名"
            onChange={event => setPrescriber(event.target.value)}
          />
        </Form.Item>
        <Form.Item label="医院" htmlFor="regimen-hospital">
          <Input id="regimen-hospital" maxLength={60} value={hospital} onChange={event => setHospital(event.target.value)} />
        </Form.Item>
        <Form.Item label="用药指导（可不填）" htmlFor="regimen-note">
          <Input.TextArea id="regimen-note" rows={2} maxLength={200} value={note} onChange={event => setNote(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={set} />
    </Modal>
  );
}
