import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { giveOpinion } from '@guanhu/shared/appraisal/appraisal.routes';
import {
  APPRAISAL_OUTCOMES,
  DUTY_CLAUSE_CODES,
  DUTY_CLAUSES,
  type AppraisalOutcome,
  type DutyClause,
} from '@guanhu/shared/appraisal/appraisal.terms';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { isGrounded, opinionBody, type OpinionDraft } from './opinion-draft.ts';

const EMPTY: OpinionDraft = { outcome: undefined, breaches: {}, guardianHeardOn: undefined, note: '' };

/** One person's opinion. A deduction asks for the clause, the evidence and the day on which the guardian was heard. */
export function OpinionForm({ appraisal }: { appraisal: AppraisalDetail }) {
  const [draft, setDraft] = useState(EMPTY);
  const give = useWrite(giveOpinion, () => setDraft(EMPTY));
  const { outcome, breaches } = draft;
  const breach = (clause: DutyClause, evidence: string | undefined) => {
    const { [clause]: _, ...rest } = breaches;
    setDraft({ ...draft, breaches: evidence === undefined ? rest : { ...rest, [clause]: evidence } });
  };
  const submit = () => {
    const body = opinionBody(draft, appraisal.version);
    return body && give.run({ params: { appraisalId: appraisal.id }, body });
  };
  return (
    <Card title={appraisal.mine ? '修改我的意见' : '我的意见'}>
      <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
        <Form.Item label="结果">
          <Radio.Group
            aria-label="结果"
            value={outcome}
            onChange={event => setDraft({ ...draft, outcome: event.target.value as AppraisalOutcome })}
            options={Object.entries(APPRAISAL_OUTCOMES).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        {outcome !== undefined && outcome !== 'full' && (
          <>
            <Form.Item label="没有做到的职责">
              {DUTY_CLAUSE_CODES.map(clause => (
                <div key={clause}>
                  <Checkbox checked={clause in breaches} onChange={event => breach(clause, event.target.checked ? '' : undefined)}>
                    {DUTY_CLAUSES[clause]}
                  </Checkbox>
                  {clause in breaches && (
                    <Input.TextArea
                      aria-label={`${DUTY_CLAUSES[clause]}：证据`}
                      placeholder="写明证据：什么时候、什么事、怎么知道的"
                      rows={2}
                      maxLength={500}
                      value={breaches[clause]}
                      onChange={event => breach(clause, event.target.value)}
                    />
                  )}
                </div>
              ))}
            </Form.Item>
            <Form.Item label="哪天听取了监护人的意见" htmlFor="heard-on">
              <DayInput
                id="heard-on"
                value={draft.guardianHeardOn}
                min={appraisal.from}
                max={todayInChina()}
                onDay={guardianHeardOn => setDraft({ ...draft, guardianHeardOn })}
              />
            </Form.Item>
          </>
        )}
        <Form.Item label="说明（可不填）" htmlFor="opinion-note">
          <Input.TextArea
            id="opinion-note"
            rows={2}
            maxLength={500}
            value={draft.note}
            onChange={event => setDraft({ ...draft, note: event.target.value })}
          />
        </Form.Item>
        <Refusal of={give} />
        <Button type="primary" size="large" htmlType="submit" disabled={!isGrounded(draft)} loading={give.busy}>
          提交意见
        </Button>
        <p className="sub" style={{ marginTop: 10 }}>
          两人意见一致才生效；不一致时继续由人核实。
        </p>
      </Form>
    </Card>
  );
}
