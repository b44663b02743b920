import { fen, yuanGrouped } from '@guanhu/shared/kernel/fen';
import { estimateOf, type Coverage } from '@guanhu/shared/relief/estimate.rules';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { Card, Facts } from '../ui/columns.tsx';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';

const COVERS: readonly (readonly [keyof Coverage, string])[] = [
  ['insured', '有医保'],
  ['special', '办了慢特病'],
  ['medicalRelief', '有医疗救助'],
  ['rest', '有残联补助'],
];

/** What of a bill others would pay. It is counted here and kept nowhere. */
export function EstimateCard({ outlook: { coverage, reimbursement } }: { outlook: ReliefOutlook }) {
  const [typed, setTyped] = useState('');
  const [covered, setCovered] = useState<Coverage>(coverage);
  const cost = fenTyped(typed);
  const estimate = cost === undefined ? undefined : estimateOf(fen(cost), reimbursement, covered);
  return (
    <Card title="报销估算">
      <Form layout="vertical" component="div">
        <Form.Item label="门诊费用（元）" htmlFor="bill">
          <Input id="bill" value={typed} onChange={event => setTyped(event.target.value)} style={{ maxWidth: 200 }} />
        </Form.Item>
        <Form.Item label="有哪些">
          {COVERS.map(([key, label]) => (
            <Checkbox key={key} checked={covered[key]} onChange={event => setCovered({ ...covered, [key]: event.target.checked })}>
              {label}
            </Checkbox>
          ))}
        </Form.Item>
      </Form>
      {estimate && (
        <Facts
          of={[
            ...estimate.steps.map(step => [`${step.who}（${step.how}）`, `${yuanGrouped(step.fen)} 元`] as const),
            ['自己出', `${yuanGrouped(estimate.own)} 元`],
          ]}
        />
      )}
      <p className="sub">只是估算：哪些费用算在内，由经办部门结算时确定。</p>
    </Card>
  );
}
