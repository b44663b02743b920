import { dailyMg } from '@guanhu/shared/medication/dose.rules';
import { ARRIVALS, type Arrival } from '@guanhu/shared/medication/medication.terms';
import type { RegimenAnswer } from '@guanhu/shared/medication/regimen.contract';
import { recordDispensing } from '@guanhu/shared/medication/supply.routes';
import { AutoComplete, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { AmountField } from './amount-field.tsx';

type DispensingDialogProps = { patientId: string; regimen: RegimenAnswer | null; onClose: () => void };

/** Medicine that was given out: so many days, or so many tablets of so many milligrams. */
export function DispensingDialog({ patientId, regimen, onClose }: DispensingDialogProps) {
  const ordered = regimen?.drugs?.filter(drug => dailyMg(drug) > 0).map(drug => drug.name) ?? [];
  const [dispensingId] = useState(newKey);
  const [drug, setDrug] = useState(ordered.length === 1 ? (ordered[0] ?? '') : '');
  const [days, setDays] = useState<number | null>(null);
  const [tablets, setTablets] = useState<number | null>(null);
  const [mgPerTablet, setMg] = useState<number | null>(null);
  const [givenOn, setGivenOn] = useState(todayInChina());
  const [givenBy, setGivenBy] = useState('');
  const [free, setFree] = useState(false);
  const [arrival, setArrival] = useState<Arrival | 'notYet'>('fetched');
  const record = useWrite(recordDispensing, onClose);
  const counted = tablets !== null && mgPerTablet !== null;
  const ready = drug.trim() !== '' && givenBy.trim() !== '' && (days !== null || counted);
  const submit = () =>
    ready &&
    record.run({
      params: { patientId },
      body: {
        dispensingId,
        drug: drug.trim(),
        givenOn,
        givenBy: givenBy.trim(),
        free,
        ...(days === null ? {} : { days }),
        ...(counted ? { tablets, mgPerTablet } : {}),
        ...(arrival === 'notYet' ? {} : { arrival: { how: arrival, on: givenOn } }),
      },
    });
  return (
    <Modal
      open
      title="记领药"
      okText="记下"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: record.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="药名" htmlFor="dispensing-drug" extra="与用药方案里的药名一致，才能算出够吃到哪天">
          <AutoComplete id="dispensing-drug" value={drug} onChange={setDrug} options={ordered.map(value => ({ value }))} />
        </Form.Item>
        <AmountField id="dispensing-days" label="够吃几天" unit="天" value={days} min={1} max={366} onAmount={setDays} />
        <div className="actions">
          <AmountField id="dispensing-tablets" label="或：片数" unit="片" value={tablets} min={1} max={10_000} onAmount={setTablets} />
          <AmountField
            id="dispensing-mg"
            label="每片"
            unit="毫克"
            value={mgPerTablet}
            min={0.001}
            max={100_000}
            step={0.5}
            onAmount={setMg}
          />
        </div>
        <Form.Item label="发药日期" htmlFor="dispensing-day">
          <DayInput id="dispensing-day" value={givenOn} max={todayInChina()} onDay={setGivenOn} />
        </Form.Item>
        <Form.Item label="谁发的" htmlFor="dispensing-by">
          <Input
            id="dispensing-by"
            maxLength={60}
            placeholder="卫生院、医院或医生姓名"
            value={givenBy}
            onChange={event => setGivenBy(event.target.value)}
          />
        </Form.Item>
        <Form.Item>
          <Checkbox checked={free} onChange={event => setFree(event.target.checked)}>
            免费药
          </Checkbox>
        </Form.Item>
        <Form.Item label="药到家了吗">
          <Radio.Group
            aria-label="药到家了吗"
            value={arrival}
            onChange={event => setArrival(event.target.value as Arrival | 'notYet')}
            options={[...Object.entries(ARRIVALS).map(([value, label]) => ({ value, label })), { value: 'notYet', label: '还没到家' }]}
          />
        </Form.Item>
      </Form>
      <Refusal of={record} />
    </Modal>
  );
}
