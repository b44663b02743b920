import { choicesFor, holdUntil, type HoldChoice } from '@guanhu/shared/reminders/hold-choices';
import { endHold, holdTask, readHold } from '@guanhu/shared/reminders/reminders.routes';
import { HOLD_KINDS, HOLD_REASON_KEYS, HOLD_REASONS, type HoldReason } from '@guanhu/shared/reminders/reminders.terms';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

const CHOICES = choicesFor(false).map(({ value, text: label }) => ({ value, label }));
const REASONS = HOLD_REASON_KEYS.map(value => ({ value, label: HOLD_REASONS[value] }));

/** Puts off being reminded of one task, with a reason. The task and its date stay. */
export function PutOffDialog({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const [choice, setChoice] = useState<HoldChoice>('tomorrow');
  const [reason, setReason] = useState<HoldReason>();
  const held = useRead(readHold, { params: { taskId } }).data?.hold ?? null;
  const put = useWrite(holdTask, onClose);
  const end = useWrite(endHold, onClose);
  const submit = () => reason && put.run({ params: { taskId }, body: { ...holdUntil(choice, new Date()), reason } });
  return (
    <Modal
      open
      title="推迟提醒"
      okText="推迟"
      cancelText="取消"
      okButtonProps={{ disabled: reason === undefined, loading: put.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {held && (
        <p>
          {`${HOLD_KINDS[held.kind]}到 ${instantInWords(held.until)}：${HOLD_REASONS[held.reason]}`}&emsp;
          <Button size="small" loading={end.busy} onClick={() => void end.run({ params: { taskId } })}>
            现在恢复提醒
          </Button>
        </p>
      )}
      <Form layout="vertical">
        <Form.Item label="什么时候再提醒" htmlFor="hold-until" extra="只是推迟提醒，这件事的期限不变">
          <Select id="hold-until" value={choice} onChange={(value: HoldChoice) => setChoice(value)} options={CHOICES} />
        </Form.Item>
        <Form.Item label="原因" htmlFor="hold-reason">
          <Select id="hold-reason" value={reason ?? null} onChange={(value: HoldReason) => setReason(value)} options={REASONS} />
        </Form.Item>
      </Form>
      <Refusal of={put} />
      <Refusal of={end} />
    </Modal>
  );
}
