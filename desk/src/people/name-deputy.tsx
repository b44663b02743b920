import type { Person } from '@guanhu/shared/access/access.contract';
import { nameDeputy } from '@guanhu/shared/access/access.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { newKey } from '../app/api.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { PersonSelect } from './person-select.tsx';

const WEEK = 6;

/** Somebody stands in for all posts of a person for some days. */
export function NameDeputy({ person: { personId, name } }: { person: Pick<Person, 'personId' | 'name'> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>指定代理人</Button>
      {open && <Dialog personId={personId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ personId, name, onClose }: { personId: string; name: string; onClose: () => void }) {
  const [deputyshipId] = useState(newKey);
  const [deputyId, setDeputy] = useState<string>();
  const [from, setFrom] = useState(todayInChina());
  const [until, setUntil] = useState(addDays(todayInChina(), WEEK));
  const write = useSteppedWrite(nameDeputy, 'roles:change', onClose);
  const submit = () =>
    deputyId !== undefined &&
    write.run(personId, stepUpTicket => ({ params: { personId }, body: { deputyshipId, deputyId, from, until, stepUpTicket } }));
  return (
    <Modal
      open
      title={`给 ${name} 指定代理人`}
      okText="指定代理人"
      cancelText="取消"
      okButtonProps={{ disabled: deputyId === undefined, loading: write.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className="sub">代理人在这些天里办理 {name} 全部岗位的事，记录里写明是谁代办。</p>
      <Form layout="vertical">
        <Form.Item label="代理人" htmlFor="deputy">
          <PersonSelect id="deputy" value={deputyId} onPerson={setDeputy} except={personId} />
        </Form.Item>
        <Form.Item label="从哪天起" htmlFor="deputy-from">
          <DayInput id="deputy-from" value={from} min={todayInChina()} onDay={setFrom} />
        </Form.Item>
        <Form.Item label="到哪天止" htmlFor="deputy-until">
          <DayInput id="deputy-until" value={until} min={from} onDay={setUntil} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
