import { decideFailure } from '@guanhu/shared/payouts/payouts.routes';
import { FAILURE_DECISIONS, type FailureDecision } from '@guanhu/shared/payouts/payouts.terms';
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import type { EntitlementRow } from './entitlements-table.tsx';

/** A transfer that definitely failed: two people decide what becomes of the money. */
export function DecideFailure({ entitlement, onClose }: { entitlement: EntitlementRow; onClose: () => void }) {
  const { id, version, guardianName, failure, pendingDecision, state, toFindOut } = entitlement;
  const possible = decisionsAbout({ state, toFindOut });
  const [decision, setDecision] = useState<FailureDecision | undefined>(pendingDecision ?? undefined);
  const [reason, setReason] = useState('');
  const decide = useWrite(decideFailure, onClose);
  const submit = () =>
    decision !== undefined && decide.run({ params: { entitlementId: id }, body: { version, decision, reason: reason.trim() } });
  return (
    <Modal
      open
      title={`处理 ${guardianName} 的未成功发放`}
      okText={pendingDecision === null ? '提出' : '同意办理'}
      cancelText="取消"
      okButtonProps={{ disabled: decision === undefined || reason.trim() === '', loading: decide.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {failure !== null && <p>{failure}</p>}
      <p className="sub">一人提出、另一人同意才办理。</p>
      <Form layout="vertical">
        <Form.Item label="怎么处理">
          <Radio.Group
            aria-label="怎么处理"
            value={decision}
            onChange={event => setDecision(event.target.value as FailureDecision)}
            options={possible.map(value => ({ value, label: FAILURE_DECISIONS[value] }))}
          />
        </Form.Item>
        <Form.Item label="理由" htmlFor="failure-reason">
          <Input.TextArea id="failure-reason" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={decide} />
    </Modal>
  );
}

/** A restored backup may have forgotten that the platform paid; of what the platform forgot, people find out. */
const decisionsAbout = ({ state, toFindOut }: Pick<EntitlementRow, 'state' | 'toFindOut'>): readonly FailureDecision[] => {
  if (!toFindOut) return ['retry', 'giveBack'];
  return state === 'failed' ? ['foundPaid'] : ['foundPaid', 'foundUnpaid'];
};
