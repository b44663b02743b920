import type { Recovery } from '@guanhu/shared/payouts/recoveries.contract';
import { decideRecovery, listRecoveries, recordRepayment } from '@guanhu/shared/payouts/recoveries.routes';
import { RECOVERY_STATES } from '@guanhu/shared/payouts/recovery.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts, More } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords, spanInWords, todayInChina } from '../ui/words.ts';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';

/** Money got by deceit that is asked back: a debt by two people, and never a deduction from anything else. Absent without any. */
export function RecoveriesCard() {
  const pages = usePages(listRecoveries);
  if (pages.rows === undefined || pages.rows.length === 0) return null;
  return (
    <Card title="追回">
      <p className="small">骗取的奖补由两人决定追回，由本人退还，不从别的款项里扣。</p>
      {pages.rows.map(row => (
        <OneRecovery key={row.id} recovery={row} />
      ))}
      <More pages={pages} />
    </Card>
  );
}

function OneRecovery({ recovery }: { recovery: Recovery }) {
  const { id, version, state, may } = recovery;
  const [repaying, setRepaying] = useState(false);
  const decide = useWrite(decideRecovery);
  const run = (decision: 'agree' | 'withdraw') => void decide.run({ params: { recoveryId: id }, body: { version, decision } });
  return (
    <section aria-label={`追回 ${recovery.guardianName}`}>
      <div className="split">
        <strong>{`${recovery.guardianName} ${yuanGrouped(recovery.amountFen)} 元`}</strong>
        <Tag tone={state === 'proposed' || state === 'owed' ? 'warn' : 'plain'}>{RECOVERY_STATES[state]}</Tag>
      </div>
      <Facts
        of={[
          ['协议', `${recovery.agreementNumber} · ${spanInWords(recovery.from, recovery.to)}`],
          ['理由', recovery.reason],
          ['监护人的话', `${recovery.guardianSaid}（${dayInWords(recovery.guardianHeardOn)}）`],
          ['提出', `${recovery.proposedBy} · ${instantInWords(recovery.proposedAt)}`],
          ...(recovery.decidedBy === null ? [] : [['决定', recovery.decidedBy] as const]),
          ['已退还', `${yuanGrouped(recovery.repaidFen)} 元`],
          ...recovery.repayments.map(
            each => [`收据 ${each.documentNumber}`, `${yuanGrouped(each.amountFen)} 元 · ${dayInWords(each.paidOn)} · ${each.by}`] as const,
          ),
        ]}
      />
      <div className="actions">
        {may.decide && state === 'proposed' && (
          <Button type="primary" loading={decide.busy} onClick={() => run('agree')}>
            同意追回
          </Button>
        )}
        {may.decide && (
          <Button loading={decide.busy} onClick={() => run('withdraw')}>
            撤销
          </Button>
        )}
        {may.repay && <Button onClick={() => setRepaying(true)}>登记退还</Button>}
      </div>
      <Refusal of={decide} />
      {repaying && <RepayDialog recovery={recovery} onClose={() => setRepaying(false)} />}
    </section>
  );
}

function RepayDialog({ recovery: { id, version }, onClose }: { recovery: Recovery; onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const [documentNumber, setDocument] = useState('');
  const [paidOn, setPaidOn] = useState<CalendarDate | undefined>(todayInChina());
  const repay = useWrite(recordRepayment, onClose);
  const amountFen = fenTyped(amount) ?? 0;
  const body = { version, amountFen, documentNumber: documentNumber.trim() };
  return (
    <Modal
      open
      title="登记退还"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: amountFen === 0 || documentNumber.trim() === '' || paidOn === undefined, loading: repay.busy }}
      onOk={() => paidOn && void repay.run({ params: { recoveryId: id }, body: { ...body, paidOn } })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="退还金额（元）" htmlFor="repay-amount">
          <Input id="repay-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} />
        </Form.Item>
        <Form.Item label="收据号" htmlFor="repay-document">
          <Input id="repay-document" maxLength={60} value={documentNumber} onChange={event => setDocument(event.target.value)} />
        </Form.Item>
        <Form.Item label="退还日期" htmlFor="repay-on">
          <DayInput id="repay-on" value={paidOn} max={todayInChina()} onDay={setPaidOn} />
        </Form.Item>
      </Form>
      <Refusal of={repay} />
    </Modal>
  );
}
