import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { Expenditure } from '@guanhu/shared/payouts/budget.contract';
import { checkExpenditure, listExpenditures, takeBackExpenditure } from '@guanhu/shared/payouts/budget.routes';
import { BUDGET_PURPOSES, EXPENDITURE_SOURCES, EXPENDITURE_STEPS } from '@guanhu/shared/payouts/budget.terms';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts, Rows } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** What was spent of other purposes than the reward, and whether somebody looked into its use. */
export function ExpendituresCard() {
  const pages = usePages(listExpenditures);
  return (
    <Card title="支出记录">
      <Rows
        pages={pages}
        empty={<p className="sub">除以奖代补以外的经费，在预算科目里登记支出；支付救治护送费用时自动记入。</p>}
        row={one => (
          <li key={one.expenditureId}>
            <OneExpenditure expenditure={one} />
          </li>
        )}
      />
    </Card>
  );
}

const ACTS = {
  check: { route: checkExpenditure, button: '监督检查', label: '检查情况' },
  takeBack: { route: takeBackExpenditure, button: '冲回', label: '为什么冲回' },
} as const;
type Act = keyof typeof ACTS;

function OneExpenditure({ expenditure }: { expenditure: Expenditure }) {
  const { purpose, amountFen, paidOn, source, steps, may } = expenditure;
  const [acting, setActing] = useState<Act>();
  const [last] = steps;
  return (
    <section aria-label={`支出 ${BUDGET_PURPOSES[purpose]} ${yuanGrouped(amountFen)} 元`}>
      <div className="split">
        <strong>{`${BUDGET_PURPOSES[purpose]} ${yuanGrouped(amountFen)} 元`}</strong>
        <Tag tone={last?.step === 'checked' ? 'calm' : 'plain'}>
          {last ? `已${EXPENDITURE_STEPS[last.step]}` : EXPENDITURE_SOURCES[source]}
        </Tag>
      </div>
      <Facts
        of={[
          ['科目', expenditure.line],
          ['支付日期', dayInWords(paidOn)],
          ...(expenditure.documentNumber === null ? [] : [['凭证号', expenditure.documentNumber] as const]),
          ...(expenditure.words === null ? [] : [['用在哪里', expenditure.words] as const]),
          ['登记', expenditure.by],
          ...steps.map(step => [`${EXPENDITURE_STEPS[step.step]} · ${step.by} · ${instantInWords(step.at)}`, step.words] as const),
        ]}
      />
      {(may.check || may.takeBack) && (
        <div className="actions">
          {may.takeBack && <Button onClick={() => setActing('takeBack')}>{ACTS.takeBack.button}</Button>}
          {may.check && <Button onClick={() => setActing('check')}>{ACTS.check.button}</Button>}
        </div>
      )}
      {acting && <WordsDialog expenditureId={expenditure.expenditureId} act={acting} onClose={() => setActing(undefined)} />}
    </section>
  );
}

function WordsDialog({ expenditureId, act, onClose }: { expenditureId: string; act: Act; onClose: () => void }) {
  const { route, button, label } = ACTS[act];
  const [typed, setTyped] = useState('');
  const write = useWrite(route, onClose);
  const words = typed.trim();
  return (
    <Modal
      open
      title={button}
      okText={button}
      cancelText="取消"
      okButtonProps={{ disabled: words === '', loading: write.busy }}
      onOk={() => void write.run({ params: { expenditureId }, body: { words } })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={label} htmlFor="expenditure-words">
          <Input.TextArea id="expenditure-words" rows={2} maxLength={200} value={typed} onChange={event => setTyped(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
