import { REGIMEN_END_REASONS, type RegimenEndReason } from '@guanhu/shared/medication/medication.terms';
import { endRegimen } from '@guanhu/shared/medication/regimen.routes';
import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** The doctor ends the order: from the day after, nobody is asked about medicine. */
export function EndDialog({ patientId, regimenId, onClose }: { patientId: string; regimenId: string; onClose: () => void }) {
  const [lastDay, setLastDay] = useState(todayInChina());
  const [reason, setReason] = useState<RegimenEndReason>();
  const end = useWrite(endRegimen, onClose);
  const submit = () => reason && end.run({ params: { patientId, regimenId }, body: { lastDay, reason } });
  return (
    <Modal
      open
      title="医嘱停药"
      okText="停药"
      cancelText="取消"
      okButtonProps={{ disabled: reason === undefined, loading: end.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="吃到哪天" htmlFor="end-day" extra="第二天起不再请家属确认服药">
          <DayInput id="end-day" value={lastDay} onDay={setLastDay} />
        </Form.Item>
        <Form.Item label="原因" htmlFor="end-reason">
          <Select
            id="end-reason"
            value={reason ?? null}
            onChange={(value: RegimenEndReason) => setReason(value)}
            options={Object.entries(REGIMEN_END_REASONS).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
      </Form>
      <Refusal of={end} />
    </Modal>
  );
}
