import { changeSeat } from '@guanhu/shared/care-team/roster.routes';
import { SEAT_LABELS, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { ColleagueSelect } from './colleague-select.tsx';

type ChangeSeatProps = { patientId: string; seat: StaffSeat; holders: readonly { readonly personId: string; readonly name: string }[] };

/** Who holds one post of the patient's team from a day on. */
export function ChangeSeat(props: ChangeSeatProps) {
  const [open, setOpen] = useState(false);
  const label = SEAT_LABELS[props.seat];
  return (
    <>
      <Button size="small" aria-label={`${props.holders.length === 0 ? '安排' : '更换'}${label}`} onClick={() => setOpen(true)}>
        {props.holders.length === 0 ? '安排' : '更换'}
      </Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

type How = 'replace' | 'beside' | 'vacate';

function Dialog({ patientId, seat, holders, onClose }: ChangeSeatProps & { onClose: () => void }) {
  const [how, setHow] = useState<How>('replace');
  const [personId, setPerson] = useState<string>();
  const [from, setFrom] = useState(todayInChina());
  const write = useWrite(changeSeat, onClose);
  const ready = how === 'vacate' || personId !== undefined;
  const submit = () =>
    ready &&
    write.run({
      params: { patientId, seat },
      body: { personId: how === 'vacate' ? null : (personId ?? null), from, beside: how === 'beside' },
    });
  return (
    <Modal
      open
      title={`${holders.length === 0 ? '安排' : '更换'}${SEAT_LABELS[seat]}`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: write.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {holders.length > 0 && (
          <Form.Item label={`现在是 ${holders.map(one => one.name).join('、')}`}>
            <Radio.Group
              value={how}
              onChange={event => setHow(event.target.value as How)}
              options={[
                { value: 'replace', label: '换人' },
                { value: 'beside', label: '再加一人' },
                { value: 'vacate', label: '撤下，先空着' },
              ]}
            />
          </Form.Item>
        )}
        {how !== 'vacate' && (
          <Form.Item label="由谁担任" htmlFor="seat-person">
            <ColleagueSelect id="seat-person" value={personId} onPerson={setPerson} seat={seat} />
          </Form.Item>
        )}
        <Form.Item label="从哪天起" htmlFor="seat-from" extra="没办完的事从这天起跟着岗位走；以前的记录不变。">
          <DayInput id="seat-from" value={from} onDay={setFrom} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
