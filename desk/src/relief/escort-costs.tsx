import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { proposeCost } from '@guanhu/shared/relief/cost.routes';
import { COST_ITEMS, COST_ORIGINS, COST_STATES, type CostItem, type CostOrigin } from '@guanhu/shared/relief/cost.terms';
import type { Escort } from '@guanhu/shared/relief/escort.contract';
import type { EscortReason } from '@guanhu/shared/relief/escort.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import { COST_TONES } from './relief-tones.ts';

/** Where somebody who is brought home usually belongs; the form lets it be chosen. */
const ORIGIN_OF: Readonly<Record<EscortReason, CostOrigin>> = {
  elsewhere: 'elsewhere',
  homeless: 'homeless',
  noGuardian: 'threeNo',
  hospital: 'unknown',
};

const total = (costs: Escort['costs']): number => costs.reduce((sum, one) => sum + (one.state === 'returned' ? 0 : one.billFen), 0);

/** What an escort cost, line by line, and how far each is on its way through review and payment. */
export function EscortCosts({ escort }: { escort: Escort }) {
  const [proposing, setProposing] = useState(false);
  const { costs, mayPropose } = escort;
  if (costs.length === 0 && !mayPropose) return null;
  return (
    <>
      {costs.length > 0 && (
        <>
          <p className="small">{`护送费用 ${yuanGrouped(total(costs))} 元（退回的不算）`}</p>
          <ul className="plain-list">
            {costs.map(({ costId, paidFor, billFen, paidFen, state }) => (
              <li key={costId} className="split">
                <span>
                  {`${COST_ITEMS[paidFor]} ${yuanGrouped(billFen)} 元`}
                  {paidFen !== null && <span className="small">{`\u3000已付 ${yuanGrouped(paidFen)} 元`}</span>}
                </span>
                <Tag tone={COST_TONES[state]}>{COST_STATES[state]}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayPropose && !proposing && (
        <div className="actions">
          <Button onClick={() => setProposing(true)}>提出一笔费用</Button>
        </div>
      )}
      {proposing && <ProposeForm escort={escort} onDone={() => setProposing(false)} />}
    </>
  );
}

function ProposeForm({ escort: { escortId, patientId, reason }, onDone }: { escort: Escort; onDone: () => void }) {
  const [costId] = useState(newKey);
  const [paidFor, setItem] = useState<CostItem>('travel');
  const [origin, setOrigin] = useState<CostOrigin>(ORIGIN_OF[reason]);
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const propose = useWrite(proposeCost, onDone);
  const billFen = fenTyped(typed);
  const submit = () =>
    billFen !== undefined &&
    void propose.run({ params: { patientId }, body: { costId, origin, paidFor, escortId, billFen, words: words.trim() } });
  return (
    <Form layout="vertical" className="form-narrow" onFinish={submit}>
      <Form.Item label="付的是什么" htmlFor={`item-${escortId}`}>
        <Select
          id={`item-${escortId}`}
          value={paidFor}
          onChange={setItem}
          options={Object.entries(COST_ITEMS).map(([value, label]) => ({ value: value as CostItem, label }))}
        />
      </Form.Item>
      <Form.Item label="服务对象来源" htmlFor={`origin-${escortId}`}>
        <Select
          id={`origin-${escortId}`}
          value={origin}
          onChange={setOrigin}
          options={Object.entries(COST_ORIGINS).map(([value, label]) => ({ value: value as CostOrigin, label }))}
        />
      </Form.Item>
      <Form.Item label="票据金额（元）" htmlFor={`bill-${escortId}`}>
        <Input id={`bill-${escortId}`} value={typed} onChange={event => setTyped(event.target.value)} />
      </Form.Item>
      <Form.Item label="情况说明" htmlFor={`words-${escortId}`}>
        <Input.TextArea id={`words-${escortId}`} rows={2} maxLength={500} value={words} onChange={event => setWords(event.target.value)} />
      </Form.Item>
      <p className="small">提出以后由别人审核、支付、监督检查，从“身份不明和外地患者费用”科目支出。</p>
      <Refusal of={propose} />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={propose.busy}
          disabled={billFen === undefined || billFen === 0 || words.trim() === ''}
        >
          提出
        </Button>
        <Button onClick={onDone}>不提了</Button>
      </div>
    </Form>
  );
}
