import type { IssuedInvitation, Person } from '@guanhu/shared/access/access.contract';
import { changePhone } from '@guanhu/shared/access/access.routes';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { isMobile } from '../ui/mobile-typed.ts';
import { Refusal } from '../ui/states.tsx';
import { InvitationSlip } from './invitation-slip.tsx';

/** A new number ends the binding and begins a new invitation: whoever gets the old number gets nothing. */
export function ChangePhone({ person: { personId, name } }: { person: Pick<Person, 'personId' | 'name'> }) {
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const [issued, setIssued] = useState<IssuedInvitation>();
  const close = () => {
    setOpen(false);
    setPhone('');
  };
  const change = useSteppedWrite(changePhone, 'roles:change', answer => {
    close();
    setIssued(answer);
  });
  const submit = () => change.run(personId, stepUpTicket => ({ params: { personId }, body: { phone, stepUpTicket } }));
  return (
    <>
      <Button onClick={() => setOpen(true)}>更换手机号</Button>
      <Modal
        open={open}
        destroyOnHidden
        title={`更换 ${name} 的手机号`}
        okText="更换手机号"
        cancelText="取消"
        okButtonProps={{ disabled: !isMobile(phone), loading: change.busy }}
        onOk={() => void submit()}
        onCancel={close}
      >
        <p className="sub">原来的微信绑定和登录会马上结束，需要用新的邀请码重新绑定。</p>
        <Form layout="vertical">
          <Form.Item label="新手机号" htmlFor="new-phone">
            <Input
              id="new-phone"
              inputMode="numeric"
              maxLength={11}
              value={phone}
              onChange={event => setPhone(event.target.value.trim())}
            />
          </Form.Item>
        </Form>
        <Refusal of={change} />
      </Modal>
      {issued && <InvitationSlip name={name} invitation={issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}
