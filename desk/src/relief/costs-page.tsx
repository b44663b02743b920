import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { CostRow } from '@guanhu/shared/relief/cost.contract';
import { listCosts, payCost, proposeCost, reviewCost, superviseCost } from '@guanhu/shared/relief/cost.routes';
import { COST_ACTS, COST_ITEMS, COST_ORIGINS, COST_STATES, type CostOrigin, type CostState } from '@guanhu/shared/relief/cost.terms';
import { Button, Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite, type Write } from '../app/use-write.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Facts } from '../ui/columns.tsx';
import { StatePage, useStateFilter } from '../ui/state-list.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import { COST_TONES } from './relief-tones.ts';

/** Costs of patients of unknown or other origin, treatment's and escorts': proposed, reviewed, paid and supervised, each by somebody else. */
export function CostsPage() {
  const pages = usePages(listCosts, { query: useStateFilter<CostState>() });
  const mayPropose = useMayByPost('relief-cost:propose');
  return (
    <StatePage
      title="救治护送费用"
      states={COST_STATES}
      pages={pages}
      empty={<Empty title="没有费用">社会事务办提出以后，显示在这里。</Empty>}
      row={cost => <Cost key={`${cost.costId}:${String(cost.version)}`} cost={cost} />}
    >
      <p className="sub">
        身份不明、外地和流浪人员的救治、护送费用。提出、审核、支付、监督检查由四个人分别办理，从“身份不明和外地患者费用”科目支出。护送的费用在“护送交接”里提出。
      </p>
      {mayPropose && <ProposeForm />}
    </StatePage>
  );
}

function ProposeForm() {
  const id = useRef(newKey());
  const [patientId, setPatient] = useState<string>();
  const [origin, setOrigin] = useState<CostOrigin>('unknown');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const propose = useWrite(proposeCost, () => {
    id.current = newKey();
    setTyped('');
    setWords('');
  });
  const billFen = fenTyped(typed);
  const submit = () =>
    patientId !== undefined &&
    billFen !== undefined &&
    void propose.run({ params: { patientId }, body: { costId: id.current, origin, billFen, words: words.trim() } });
  return (
    <Card title="提出一笔费用">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="服务对象" htmlFor="cost-patient">
          <PatientSelect id="cost-patient" value={patientId} name={undefined} onPatient={setPatient} />
        </Form.Item>
        <Form.Item label="来源" htmlFor="cost-origin">
          <Select
            id="cost-origin"
            value={origin}
            onChange={setOrigin}
            options={Object.entries(COST_ORIGINS).map(([value, label]) => ({ value: value as CostOrigin, label }))}
          />
        </Form.Item>
        <Form.Item label="票据金额（元）" htmlFor="cost-bill">
          <Input id="cost-bill" value={typed} onChange={event => setTyped(event.target.value)} />
        </Form.Item>
        <Form.Item label="情况说明" htmlFor="cost-words">
          <Input.TextArea id="cost-words" rows={2} maxLength={500} value={words} onChange={event => setWords(event.target.value)} />
        </Form.Item>
        <Refusal of={propose} />
        <Button
          type="primary"
          htmlType="submit"
          loading={propose.busy}
          disabled={patientId === undefined || billFen === undefined || billFen === 0 || words.trim() === ''}
        >
          提出
        </Button>
      </Form>
    </Card>
  );
}

const money = (fen: number | null): string => (fen === null ? '—' : `${yuanGrouped(fen)} 元`);

function Cost({ cost }: { cost: CostRow }) {
  const { may } = cost;
  return (
    <Card title={`${cost.patientName} · ${cost.villageName}`} actions={<Tag tone={COST_TONES[cost.state]}>{COST_STATES[cost.state]}</Tag>}>
      <Facts
        of={[
          ['来源', COST_ORIGINS[cost.origin]],
          ['用途', cost.way === null ? COST_ITEMS[cost.paidFor] : `${COST_ITEMS[cost.paidFor]}（护送：${cost.way}）`],
          ['票据金额', money(cost.billFen)],
          ['审核金额', money(cost.allowedFen)],
          ['支付金额', money(cost.paidFen)],
          ...cost.steps.map(step => [`${COST_ACTS[step.act]} · ${step.by} · ${instantInWords(step.at)}`, step.words] as const),
        ]}
      />
      {may.review && <ReviewForm cost={cost} />}
      {may.pay && <PayForm cost={cost} />}
      {may.supervise && <SuperviseForm cost={cost} />}
    </Card>
  );
}

function ReviewForm({ cost: { costId, version, billFen } }: { cost: CostRow }) {
  const review = useWrite(reviewCost);
  const send = (allowedFen: number | null, words: string) => void review.run({ params: { costId }, body: { version, allowedFen, words } });
  return <StepForm of={review} label="审核意见" most={billFen} submit="审核同意" onSubmit={send} onBack={words => send(null, words)} />;
}

function PayForm({ cost: { costId, version, allowedFen } }: { cost: CostRow }) {
  const pay = useWrite(payCost);
  const send = (paidFen: number, words: string) => void pay.run({ params: { costId }, body: { version, paidFen, words } });
  return <StepForm of={pay} label="支付凭证号和说明" most={allowedFen ?? 0} submit="登记支付" onSubmit={send} />;
}

function SuperviseForm({ cost: { costId, version } }: { cost: CostRow }) {
  const supervise = useWrite(superviseCost);
  const send = (_: number, words: string) => void supervise.run({ params: { costId }, body: { version, words } });
  return <StepForm of={supervise} label="监督检查情况" submit="登记检查" onSubmit={send} />;
}

type StepFormProps = {
  of: Pick<Write<never>, 'busy' | 'refusal' | 'again'>;
  label: string;
  /** An amount is asked for, up to this one. */
  most?: number;
  submit: string;
  onSubmit: (fen: number, words: string) => void;
  onBack?: (words: string) => void;
};

/** One step: an amount where there is one, and words. */
function StepForm({ of, label, most, submit, onSubmit, onBack }: StepFormProps) {
  const [typed, setTyped] = useState(most === undefined ? '0' : String(most / 100));
  const [words, setWords] = useState('');
  const amount = fenTyped(typed);
  const said = words.trim();
  const fits = most === undefined || (amount !== undefined && amount > 0 && amount <= most);
  return (
    <Form layout="vertical" className="form-narrow" onFinish={() => onSubmit(amount ?? 0, said)}>
      {most !== undefined && (
        <Form.Item label="金额（元）" extra={`最多 ${yuanGrouped(most)} 元`}>
          <Input aria-label={`${submit}金额`} value={typed} onChange={event => setTyped(event.target.value)} />
        </Form.Item>
      )}
      <Form.Item label={label}>
        <Input.TextArea aria-label={label} rows={2} maxLength={500} value={words} onChange={event => setWords(event.target.value)} />
      </Form.Item>
      <Refusal of={of} />
      <div className="actions">
        {onBack && (
          <Button disabled={said === ''} loading={of.busy} onClick={() => onBack(said)}>
            退回
          </Button>
        )}
        <Button type="primary" htmlType="submit" disabled={said === '' || !fits} loading={of.busy}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
