import type { Fund } from '@guanhu/shared/payouts/payouts.contract';
import { recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import { LineSelect } from './line-select.tsx';

/** Records money received from finance; the same document is recorded once. */
export function RecordAppropriation({ fund }: { fund: Fund }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" size="large" onClick={() => setOpen(true)}>
        登记拨款
      </Button>
      {open && <Dialog fund={fund} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ fund: { officeId, officeName, lines }, onClose }: { fund: Fund; onClose: () => void }) {
  const [lineId, setLineId] = useState<string>();
  const [amount, setAmount] = useState('');
  const [documentNumber, setDocument] = useState('');
  const [receivedOn, setReceivedOn] = useState(todayInChina());
  const record = useWrite(recordAppropriation, onClose);
  const amountFen = fenTyped(amount);
  const unclear = amount !== '' && amountFen === undefined;
  const ready = amountFen !== undefined && amountFen > 0 && documentNumber.trim() !== '';
  const submit = () =>
    ready &&
    record.run({
      body: { officeId, amountFen, receivedOn, documentNumber: documentNumber.trim(), ...(lineId === undefined ? {} : { lineId }) },
    });
  return (
    <Modal
      open
      title={`登记拨款：${officeName}`}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: record.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label="金额（元）"
          htmlFor="appropriation-amount"
          {...(unclear
            ? { validateStatus: 'error', help: '请填写金额，最多两位小数' }
            : { extra: amountFen === undefined ? '' : `${yuanGrouped(amountFen)} 元` })}
        >
          <Input id="appropriation-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} />
        </Form.Item>
        <LineSelect id="appropriation-line" lines={lines} value={lineId} onLine={setLineId} otherwise="当年的以奖代补资金" />
        <Form.Item label="拨款文号" htmlFor="appropriation-document">
          <Input id="appropriation-document" maxLength={60} value={documentNumber} onChange={event => setDocument(event.target.value)} />
        </Form.Item>
        <Form.Item label="到账日期" htmlFor="appropriation-day">
          <DayInput id="appropriation-day" value={receivedOn} max={todayInChina()} onDay={setReceivedOn} />
        </Form.Item>
      </Form>
      <Refusal of={record} />
    </Modal>
  );
}
