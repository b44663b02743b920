import type { Person } from '@guanhu/shared/access/access.contract';
import { recordLeaving } from '@guanhu/shared/access/access.routes';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { Refusal } from '../ui/states.tsx';
import { PersonSelect } from './person-select.tsx';

/** A person leaves; somebody takes the posts over from today, so that no patient is without. */
export function RecordLeaving({ person: { personId, name } }: { person: Pick<Person, 'personId' | 'name'> }) {
  const [open, setOpen] = useState(false);
  const [successorId, setSuccessor] = useState<string>();
  const leave = useSteppedWrite(recordLeaving, 'roles:change', () => setOpen(false));
  const submit = () =>
    leave.run(personId, stepUpTicket => ({ params: { personId }, body: { successorId: successorId ?? null, stepUpTicket } }));
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        办理离岗
      </Button>
      <Modal
        open={open}
        destroyOnHidden
        title={`办理 ${name} 离岗`}
        okText="办理离岗"
        cancelText="取消"
        okButtonProps={{ danger: true, loading: leave.busy }}
        onOk={() => void submit()}
        onCancel={() => setOpen(false)}
      >
        <p className="sub">岗位、登录和微信绑定马上结束，不能撤回。有接替人时，岗位从今天起由接替人担任。</p>
        <Form layout="vertical">
          <Form.Item label="接替人（可不选）" htmlFor="successor">
            <PersonSelect id="successor" value={successorId} onPerson={setSuccessor} except={personId} />
          </Form.Item>
        </Form>
        <Refusal of={leave} />
      </Modal>
    </>
  );
}
