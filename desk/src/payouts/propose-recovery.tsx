import { proposeRecovery } from '@guanhu/shared/payouts/recoveries.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { useHeard } from '../ui/heard-fields.tsx';
import { Refusal } from '../ui/states.tsx';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import type { EntitlementRow } from './entitlements-table.tsx';

/** The first of two persons asks money back that was got by deceit; the second one agrees, or not. */
export function ProposeRecovery({ entitlement, onClose }: { entitlement: EntitlementRow; onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const { heard, fields } = useHeard();
  const [recoveryId] = useState(newKey);
  const propose = useWrite(proposeRecovery, onClose);
  const amountFen = fenTyped(amount) ?? 0;
  const submit = () => heard && void propose.run({ params: { entitlementId: entitlement.id }, body: { recoveryId, amountFen, ...heard } });
  return (
    <Modal
      open
      title={`追回 ${entitlement.guardianName} 骗取的奖补`}
      okText="提出，等第二人同意"
      cancelText="取消"
      okButtonProps={{ disabled: heard === undefined || amountFen === 0, loading: propose.busy }}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="sub">由本人退还，不从别的款项里扣。</p>
      <Form layout="vertical">
        <Form.Item label={`金额（元，这一笔发了 ${yuanGrouped(entitlement.amountFen)}）`} htmlFor="recovery-amount">
          <Input id="recovery-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} />
        </Form.Item>
        {fields}
      </Form>
      <Refusal of={propose} />
    </Modal>
  );
}
