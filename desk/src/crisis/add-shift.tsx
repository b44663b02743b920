import { addShift } from '@guanhu/shared/care-team/crisis-roster.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** Somebody is put on duty. */
export function AddShift({ townshipId }: { townshipId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        排班
      </Button>
      {open && <Dialog townshipId={townshipId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ townshipId, onClose }: { townshipId: string; onClose: () => void }) {
  const [shiftId] = useState(newKey);
  const [personId, setPerson] = useState<string>();
  const [day, setDay] = useState(todayInChina());
  const [from, setFrom] = useState('18:00');
  const [until, setUntil] = useState('08:00');
  const write = useWrite(addShift, onClose);
  // An end that is not later is the next morning's.
  const lastDay = until > from ? day : addDays(day, 1);
  const submit = () =>
    personId !== undefined &&
    write.run({
      body: { shiftId, townshipId, personId, from: `${day}T${from}:00+08:00`, until: `${lastDay}T${until}:00+08:00` },
    });
  return (
    <Modal
      open
      title="排班"
      okText="排上"
      cancelText="取消"
      okButtonProps={{ disabled: personId === undefined, loading: write.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="谁值班" htmlFor="shift-person">
          <ColleagueSelect id="shift-person" value={personId} onPerson={setPerson} />
        </Form.Item>
        <Form.Item label="哪天" htmlFor="shift-day">
          <DayInput id="shift-day" value={day} min={todayInChina()} onDay={setDay} />
        </Form.Item>
        <div className="fields">
          <Form.Item label="从几点" htmlFor="shift-from">
            <Input id="shift-from" type="time" value={from} onChange={event => event.target.value !== '' && setFrom(event.target.value)} />
          </Form.Item>
          <Form.Item label={`到${lastDay === day ? '当天' : '次日'}几点`} htmlFor="shift-until">
            <Input
              id="shift-until"
              type="time"
              value={until}
              onChange={event => event.target.value !== '' && setUntil(event.target.value)}
            />
          </Form.Item>
        </div>
        <p className="sub">值班的人的电话，会显示给家属和团队的求助页。</p>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
