import { needsLookBack } from '@guanhu/shared/incidents/conduct.rules';
import { CONDUCT_KEYS, CONDUCT_MEANINGS, CONDUCTS, type Conduct } from '@guanhu/shared/incidents/conduct.terms';
import type { HandlingAnswer } from '@guanhu/shared/incidents/handling.contract';
import { decideConduct } from '@guanhu/shared/incidents/handling.routes';
import { CLOSING_PARTS, type ClosingPart } from '@guanhu/shared/incidents/handling.terms';
import { RISK_RATINGS, type RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { newKey } from '../app/api.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

const OPTIONS = CONDUCT_KEYS.map(value => ({ value, label: `${CONDUCTS[value]}：${CONDUCT_MEANINGS[value]}` }));

/** What the incident was found to be, by whom and why; doctor and police may decide, and decide anew. */
export function ConductCard({ answer }: { answer: HandlingAnswer }) {
  const { conduct, mayActAs, patientId, incidentId } = answer;
  const [open, setOpen] = useState(false);
  const mayLookBack = useMayByPost('look-back:make');
  return (
    <Card
      title="行为认定"
      actions={mayActAs.length > 0 && !open && <Button onClick={() => setOpen(true)}>{conduct ? '重新认定' : '认定'}</Button>}
    >
      {conduct ? (
        <Facts
          of={[
            ['认定', `${CONDUCTS[conduct.conduct]}${conduct.times > 0 ? ` ${conduct.times} 次` : ''}`],
            ['由', `${CLOSING_PARTS[conduct.as]} ${conduct.byName}，${instantInWords(conduct.at)}`],
            ['理由', conduct.reason],
            ...(conduct.risk === null ? [] : [['危险性', `医生同时评为 ${conduct.risk} 级`] as const]),
            ...(conduct.proposedRisk === null
              ? []
              : [
                  [
                    '建议',
                    <>
                      危险性不低于 {conduct.proposedRisk} 级，由精防医生 <Link to={`/assessments/${patientId}`}>评定</Link>
                    </>,
                  ] as const,
                ]),
          ]}
        />
      ) : (
        <p className="sub">还没有认定。由精防医生或民警按实际情况认定；监护人及时报告的，不因此扣减奖补。</p>
      )}
      {open && <Decide answer={answer} as={mayActAs[0] ?? 'doctor'} onDone={() => setOpen(false)} />}
      {mayLookBack && conduct && needsLookBack(conduct.conduct) && (
        <p>
          <Link to={`/after-incidents/look-backs/new/${patientId}?incident=${incidentId}`}>倒查到期未做的工作</Link>
        </p>
      )}
    </Card>
  );
}

function Decide({ answer, as, onDone }: { answer: HandlingAnswer; as: ClosingPart; onDone: () => void }) {
  const [conductId] = useState(newKey);
  const [conduct, setConduct] = useState<Conduct>('mildDisturbance');
  const [times, setTimes] = useState(1);
  const [reason, setReason] = useState('');
  const [risk, setRisk] = useState<RiskRating>();
  const write = useWrite(decideConduct, onDone);
  const submit = () =>
    write.run({
      params: { incidentId: answer.incidentId },
      body: {
        conductId,
        conduct,
        times: conduct === 'none' ? 0 : times,
        as,
        reason: reason.trim(),
        ...(risk === undefined || as !== 'doctor' ? {} : { risk }),
      },
    });
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      <Form.Item label={`以${CLOSING_PARTS[as]}身份认定`} htmlFor="conduct">
        <Select id="conduct" options={OPTIONS} value={conduct} onChange={setConduct} />
      </Form.Item>
      {conduct !== 'none' && (
        <Form.Item label="次数" htmlFor="conduct-times">
          <InputNumber id="conduct-times" min={1} max={99} value={times} onChange={value => setTimes(value ?? 1)} />
        </Form.Item>
      )}
      {as === 'doctor' && (
        <Form.Item label="同时评定危险性（可以不评）" htmlFor="conduct-risk">
          <Select
            id="conduct-risk"
            allowClear
            options={RISK_RATINGS.map(value => ({ value, label: `${value} 级` }))}
            value={risk ?? null}
            onChange={(value: RiskRating | undefined) => setRisk(value)}
          />
        </Form.Item>
      )}
      <Form.Item label="理由" htmlFor="conduct-reason">
        <Input.TextArea id="conduct-reason" rows={2} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
      </Form.Item>
      <Refusal of={write} />
      <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={write.busy}>
        保存认定
      </Button>
    </Form>
  );
}
