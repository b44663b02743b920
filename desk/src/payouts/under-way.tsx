import { cancelTransfer, recordCash, returnCash } from '@guanhu/shared/payouts/channels.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import type { EntitlementRow } from './entitlements-table.tsx';

/** What the payer can do about a payment that is under way: take a transfer back, or say what came of the cash. The bank answers by its file. */
export function UnderWay({ entitlement }: { entitlement: EntitlementRow }) {
  if (entitlement.channel === 'wechat') return <TakeBack entitlement={entitlement} />;
  return entitlement.channel === 'cash' ? <Cash entitlement={entitlement} /> : null;
}

function TakeBack({ entitlement: { id, guardianName, amountFen } }: { entitlement: EntitlementRow }) {
  const [asking, setAsking] = useState(false);
  const cancel = useWrite(cancelTransfer, () => setAsking(false));
  return (
    <>
      <Button size="small" aria-label={`撤回 ${guardianName} 的转账`} onClick={() => setAsking(true)}>
        撤回
      </Button>
      <Modal
        open={asking}
        title={`撤回给 ${guardianName} 的 ${yuanGrouped(amountFen)} 元？`}
        okText="撤回"
        cancelText="不撤回"
        okButtonProps={{ danger: true, loading: cancel.busy }}
        onOk={() => void cancel.run({ params: { entitlementId: id } })}
        onCancel={() => setAsking(false)}
      >
        <p>监护人还没有确认收款才撤得回。撤回以后显示“未成功”，由两人决定重新发放还是退回财政。</p>
        <Refusal of={cancel} />
      </Modal>
    </>
  );
}

function Cash({ entitlement }: { entitlement: EntitlementRow }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={`登记 ${entitlement.guardianName} 的现金`} onClick={() => setOpen(true)}>
        登记现金
      </Button>
      {open && <CashDialog entitlement={entitlement} onClose={() => setOpen(false)} />}
    </>
  );
}

function CashDialog({ entitlement: { id, guardianName, amountFen }, onClose }: { entitlement: EntitlementRow; onClose: () => void }) {
  const [isPaid, setPaid] = useState(true);
  const [typed, setTyped] = useState({ receipt: '', first: '', second: '', reason: '' });
  const [paidOn, setPaidOn] = useState(todayInChina());
  const pay = useWrite(recordCash, onClose);
  const giveBack = useWrite(returnCash, onClose);
  const { receipt, first, second, reason } = Object.fromEntries(
    Object.entries(typed).map(([field, text]) => [field, text.trim()]),
  ) as typeof typed;
  const isReady = isPaid ? receipt !== '' && first !== '' && second !== '' : reason !== '';
  const params = { entitlementId: id };
  const save = () =>
    isPaid
      ? pay.run({ params, body: { receiptNumber: receipt, witnesses: [first, second], paidOn } })
      : giveBack.run({ params, body: { reason } });
  const field = (name: keyof typeof typed, label: string, most: number) => (
    <Form.Item label={label} htmlFor={`cash-${name}`}>
      <Input
        id={`cash-${name}`}
        maxLength={most}
        value={typed[name]}
        onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={`给 ${guardianName} 的现金 ${yuanGrouped(amountFen)} 元`}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: pay.busy || giveBack.busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="结果">
          <Radio.Group
            aria-label="结果"
            value={isPaid}
            onChange={event => setPaid(event.target.value as boolean)}
            options={[
              { value: true, label: '本人当面领取' },
              { value: false, label: '没有领走' },
            ]}
          />
        </Form.Item>
        {isPaid ? (
          <>
            {field('receipt', '收据号', 40)}
            {field('first', '见证人一', 30)}
            {field('second', '见证人二', 30)}
            <Form.Item label="领取日期" htmlFor="cash-day" extra="见证人不能是领款人或您自己">
              <DayInput id="cash-day" value={paidOn} max={todayInChina()} onDay={setPaidOn} />
            </Form.Item>
          </>
        ) : (
          field('reason', '为什么没有领走', 200)
        )}
      </Form>
      <Refusal of={pay} />
      <Refusal of={giveBack} />
    </Modal>
  );
}
