import { handOver } from '@guanhu/shared/care-team/handover.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { ColleagueSelect } from './colleague-select.tsx';

const WEEK = 6;

/** Everything of a worker passes to a colleague, for some days or for good. */
export function ArrangeHandover() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        办理交接
      </Button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ onClose }: { onClose: () => void }) {
  const [handoverId] = useState(newKey);
  const [personId, setPerson] = useState<string>();
  const [toId, setTo] = useState<string>();
  const [forGood, setForGood] = useState(false);
  const [from, setFrom] = useState(todayInChina());
  const [until, setUntil] = useState(addDays(todayInChina(), WEEK));
  const write = useWrite(handOver, onClose);
  const ready = personId !== undefined && toId !== undefined;
  const submit = () =>
    ready && write.run({ body: { handoverId, personId, toId, from: forGood ? todayInChina() : from, until: forGood ? null : until } });
  return (
    <Modal
      open
      title="办理交接"
      okText={forGood ? '办理离岗，全部交接' : '安排代办'}
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: write.busy, danger: forGood }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="谁的工作" htmlFor="handover-person">
          <ColleagueSelect id="handover-person" value={personId} onPerson={setPerson} />
        </Form.Item>
        <Form.Item label="交给谁" htmlFor="handover-to">
          <ColleagueSelect id="handover-to" value={toId} onPerson={setTo} except={personId === undefined ? [] : [personId]} />
        </Form.Item>
        <Form.Item label="多久">
          <Radio.Group
            value={forGood}
            onChange={event => setForGood(event.target.value as boolean)}
            options={[
              { value: false, label: '请假几天' },
              { value: true, label: '离岗，不再回来' },
            ]}
          />
        </Form.Item>
        {forGood ? (
          <p className="sub">从今天起，他（她）的岗位、专班和没办完的事全部转给接手的人，登录同时结束，不能撤回。</p>
        ) : (
          <>
            <Form.Item label="从哪天起" htmlFor="handover-from">
              <DayInput id="handover-from" value={from} min={todayInChina()} onDay={setFrom} />
            </Form.Item>
            <Form.Item label="到哪天止" htmlFor="handover-until">
              <DayInput id="handover-until" value={until} min={from} onDay={setUntil} />
            </Form.Item>
          </>
        )}
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
