import type { AreaList } from '@guanhu/shared/access/access.contract';
import { setResidents } from '@guanhu/shared/indicators/indicators.routes';
import { Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

const MOST_RESIDENTS = 1_000_000;
type Villages = AreaList['rows'];

/** How many people live in the villages of a place: the denominator of the detection rate. */
export function Residents({ villages }: { villages: Villages }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>填常住人口</Button>
      {open && <Dialog villages={villages} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ villages, onClose }: { villages: Villages; onClose: () => void }) {
  const [since, setSince] = useState(todayInChina());
  const [typed, setTyped] = useState<Readonly<Record<string, number>>>({});
  const write = useWrite(setResidents, onClose);
  const rows = Object.entries(typed).map(([areaId, residents]) => ({ areaId, residents }));
  return (
    <Modal
      open
      title="常住人口"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: rows.length === 0, loading: write.busy }}
      onOk={() => void write.run({ body: { since, rows } })}
      onCancel={onClose}
    >
      <p className="sub">只填有变化的村，下一次统计时用上；以前的月份不变。</p>
      <Form layout="vertical">
        <Form.Item label="从哪天起" htmlFor="residents-since">
          <DayInput id="residents-since" value={since} max={todayInChina()} onDay={setSince} />
        </Form.Item>
        {villages.map(({ areaId, name }) => (
          <Form.Item key={areaId} label={name} htmlFor={`residents-${areaId}`}>
            <InputNumber
              id={`residents-${areaId}`}
              min={1}
              max={MOST_RESIDENTS}
              precision={0}
              suffix="人"
              style={{ width: 180 }}
              onChange={next => next !== null && setTyped({ ...typed, [areaId]: next })}
            />
          </Form.Item>
        ))}
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
