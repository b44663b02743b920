import { setPayChannel } from '@guanhu/shared/payouts/channels.routes';
import { PAY_CHANNELS, PAY_CHANNEL_CODES, type PayChannel } from '@guanhu/shared/payouts/payouts.terms';
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import type { EntitlementRow } from './entitlements-table.tsx';

/** How a guardian is paid from now on. A bank account must be their own. */
export function SetChannel({
  entitlement: { id, channel: now, guardianName },
  onClose,
}: {
  entitlement: EntitlementRow;
  onClose: () => void;
}) {
  const [channel, setChannel] = useState<PayChannel>(now);
  const [account, setAccount] = useState({ bank: '', number: '', holder: guardianName });
  const write = useWrite(setPayChannel, onClose);
  const type = (field: keyof typeof account) => (event: { target: { value: string } }) => {
    setAccount({ ...account, [field]: event.target.value });
  };
  const typed = { bank: account.bank.trim(), number: account.number.replace(/\s/g, ''), holder: account.holder.trim() };
  const isReady = channel !== 'bank' || (typed.bank !== '' && /^\d{8,30}$/.test(typed.number) && typed.holder !== '');
  const save = () => write.run({ params: { entitlementId: id }, body: { channel, ...(channel === 'bank' ? { account: typed } : {}) } });
  return (
    <Modal
      open
      title={`${guardianName} 怎么收款`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: write.busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="收款方式" extra="只能打给监护人本人，不能打给代办人">
          <Radio.Group
            value={channel}
            onChange={event => setChannel(event.target.value as PayChannel)}
            options={PAY_CHANNEL_CODES.map(code => ({ value: code, label: PAY_CHANNELS[code] }))}
          />
        </Form.Item>
        {channel === 'bank' && (
          <>
            <Form.Item label="户名" htmlFor="account-holder" extra="要和监护人姓名一模一样">
              <Input id="account-holder" maxLength={30} value={account.holder} onChange={type('holder')} />
            </Form.Item>
            <Form.Item label="开户行" htmlFor="account-bank">
              <Input id="account-bank" maxLength={30} value={account.bank} onChange={type('bank')} />
            </Form.Item>
            <Form.Item label="卡号" htmlFor="account-number">
              <Input id="account-number" inputMode="numeric" maxLength={40} value={account.number} onChange={type('number')} />
            </Form.Item>
          </>
        )}
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
