import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { recordInjection } from '@guanhu/shared/medication/supply.routes';
import { AutoComplete, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

type Due = AnswerOf<typeof readMedication>['injectionsDue'];
const PLACES = ['卫生院', '村卫生室', '家里', '医院'];

/** An injection that was given: which, when, where, by whom. */
export function InjectionDialog({ patientId, due, onClose }: { patientId: string; due: Due; onClose: () => void }) {
  const [injectionId] = useState(newKey);
  const [name, setName] = useState(due[0]?.drug);
  const [givenOn, setGivenOn] = useState(todayInChina());
  const [place, setPlace] = useState('');
  const [givenBy, setGivenBy] = useState('');
  const record = useWrite(recordInjection, onClose);
  const drug = due.find(each => each.drug === name);
  const ready = drug !== undefined && place.trim() !== '' && givenBy.trim() !== '';
  const submit = () => {
    if (!drug || !ready) return;
    const body = { injectionId, drug: drug.drug, mg: drug.eachMg, givenOn, place: place.trim(), givenBy: givenBy.trim() };
    void record.run({ params: { patientId }, body });
  };
  return (
    <Modal
      open
      title="记打针"
      okText="记下"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: record.busy }}
      onOk={submit}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="药" htmlFor="injection-drug">
          <Select
            id="injection-drug"
            value={name ?? null}
            onChange={setName}
            options={due.map(each => ({ value: each.drug, label: `${each.drug} ${each.eachMg} 毫克` }))}
          />
        </Form.Item>
        <Form.Item label="日期" htmlFor="injection-day">
          <DayInput id="injection-day" value={givenOn} max={todayInChina()} onDay={setGivenOn} />
        </Form.Item>
        <Form.Item label="在哪里打的" htmlFor="injection-place">
          <AutoComplete id="injection-place" value={place} onChange={setPlace} options={PLACES.map(value => ({ value }))} />
        </Form.Item>
        <Form.Item label="谁打的" htmlFor="injection-by">
          <Input id="injection-by" maxLength={40} value={givenBy} onChange={event => setGivenBy(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={record} />
    </Modal>
  );
}
