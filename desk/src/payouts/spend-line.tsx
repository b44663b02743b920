import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { recordExpenditure } from '@guanhu/shared/payouts/budget.routes';
import { BUDGET_PURPOSES } from '@guanhu/shared/payouts/budget.terms';
import type { Fund } from '@guanhu/shared/payouts/payouts.contract';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';

/** Writes down what was spent under a line of another purpose than the reward, from its voucher. */
export function SpendLine({ line, onClose }: { line: Fund['lines'][number]; onClose: () => void }) {
  const [expenditureId] = useState(newKey);
  const [amount, setAmount] = useState('');
  const [document, setDocument] = useState('');
  const [typed, setTyped] = useState('');
  const [paidOn, setPaidOn] = useState(todayInChina());
  const spend = useWrite(recordExpenditure, onClose);
  const amountFen = fenTyped(amount);
  const [documentNumber, words, most] = [document.trim(), typed.trim(), line.balances.available];
  const tooMuch = amountFen !== undefined && amountFen > most;
  const ready = amountFen !== undefined && amountFen > 0 && !tooMuch && documentNumber !== '' && words !== '';
  const submit = () =>
    ready && spend.run({ params: { lineId: line.id }, body: { expenditureId, amountFen, paidOn, documentNumber, words } });
  return (
    <Modal
      open
      title={`登记支出：${BUDGET_PURPOSES[line.purpose]}`}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: spend.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label="金额（元）"
          htmlFor="spend-amount"
          {...((amount !== '' && amountFen === undefined) || tooMuch
            ? { validateStatus: 'error', help: tooMuch ? `可用 ${yuanGrouped(most)} 元` : '请填写金额，最多两位小数' }
            : { extra: `可用 ${yuanGrouped(most)} 元` })}
        >
          <Input id="spend-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} />
        </Form.Item>
        <Form.Item label="凭证号" htmlFor="spend-document">
          <Input id="spend-document" maxLength={60} value={document} onChange={event => setDocument(event.target.value)} />
        </Form.Item>
        <Form.Item label="支付日期" htmlFor="spend-day">
          <DayInput id="spend-day" value={paidOn} max={todayInChina()} onDay={setPaidOn} />
        </Form.Item>
        <Form.Item label="用在哪里" htmlFor="spend-words" extra="不要写服务对象和家属的姓名">
          <Input.TextArea id="spend-words" rows={2} maxLength={200} value={typed} onChange={event => setTyped(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={spend} />
    </Modal>
  );
}
