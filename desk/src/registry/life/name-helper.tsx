import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { GuardiansAnswer } from '@guanhu/shared/registry/guardians.contract';
import { nameHelper } from '@guanhu/shared/registry/guardians.routes';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../../app/api.ts';
import { useWrite } from '../../app/use-write.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Refusal } from '../../ui/states.tsx';
import { todayInChina } from '../../ui/words.ts';

type Props = { patientId: string; guardian: GuardiansAnswer['guardians'][number] };

/** Somebody with a phone confirms and reports for a guardian who has none. */
export function NameHelper(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记代办人</Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ patientId, guardian, onClose }: Props & { onClose: () => void }) {
  const [helperId] = useState(newKey);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [proof, setProof] = useState('');
  const [until, setUntil] = useState<CalendarDate>();
  const write = useWrite(nameHelper, onClose);
  const isReady = name.trim() !== '' && /^1[3-9]\d{9}$/.test(phone) && proof.trim() !== '';
  const body = {
    helperId,
    guardianshipId: guardian.guardianshipId,
    name: name.trim(),
    phone,
    from: todayInChina(),
    ...(until === undefined ? {} : { until }),
    proof: proof.trim(),
  };
  return (
    <Modal
      open
      title={`登记 ${guardian.name} 的代办人`}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: write.busy }}
      onOk={() => void write.run({ params: { patientId }, body })}
      onCancel={onClose}
    >
      <p className="sub">代办人可以替监护人确认服药、报告情况，都记为代办；不能签协议，不能领钱。</p>
      <Form layout="vertical">
        <Form.Item label="代办人姓名" htmlFor="helper-name">
          <Input id="helper-name" maxLength={40} value={name} onChange={event => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label="代办人手机号" htmlFor="helper-phone">
          <Input
            id="helper-phone"
            inputMode="numeric"
            maxLength={11}
            value={phone}
            onChange={event => setPhone(event.target.value.trim())}
          />
        </Form.Item>
        <Form.Item label="监护人怎样表示同意的（谁在场、有什么凭据）" htmlFor="helper-proof">
          <Input.TextArea id="helper-proof" rows={2} maxLength={200} value={proof} onChange={event => setProof(event.target.value)} />
        </Form.Item>
        <Form.Item label="到哪天为止（可不填）" htmlFor="helper-until">
          <DayInput id="helper-until" value={until} min={todayInChina()} onDay={setUntil} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
