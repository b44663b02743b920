import type { GuardiansAnswer } from '@guanhu/shared/registry/guardians.contract';
import { endGuardianship } from '@guanhu/shared/registry/guardians.routes';
import { GUARDIAN_END_REASONS, type GuardianEndReason } from '@guanhu/shared/registry/guardianship.rules';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../../app/use-write.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Refusal } from '../../ui/states.tsx';
import { todayInChina } from '../../ui/words.ts';

type Props = { patientId: string; guardian: GuardiansAnswer['guardians'][number] };

/** A guardianship ends without another in its place. */
export function EndGuardianship({ patientId, guardian }: Props) {
  const [open, setOpen] = useState(false);
  const [lastDay, setLastDay] = useState(todayInChina());
  const [reason, setReason] = useState<GuardianEndReason>('changed');
  const end = useWrite(endGuardianship, () => setOpen(false));
  const params = { patientId, guardianshipId: guardian.guardianshipId };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        结束监护
      </Button>
      <Modal
        open={open}
        title={`结束 ${guardian.name} 的监护`}
        okText="结束监护"
        cancelText="取消"
        okButtonProps={{ danger: true, loading: end.busy }}
        onOk={() => void end.run({ params, body: { lastDay, reason } })}
        onCancel={() => setOpen(false)}
      >
        <p className="sub">有人接替时，请用「登记或变更监护人」，中间不会断档。</p>
        <Form layout="vertical">
          <Form.Item label="监护的最后一天" htmlFor="guardianship-last">
            <DayInput id="guardianship-last" value={lastDay} max={todayInChina()} onDay={setLastDay} />
          </Form.Item>
          <Form.Item label="原因" htmlFor="guardianship-reason">
            <Select
              id="guardianship-reason"
              value={reason}
              onChange={setReason}
              options={Object.entries(GUARDIAN_END_REASONS).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
        </Form>
        <Refusal of={end} />
      </Modal>
    </>
  );
}
