import type { ObjectionDetail } from '@guanhu/shared/appraisal/objections.contract';
import { answerObjection, readObjection, readObjectionVoice } from '@guanhu/shared/appraisal/objections.routes';
import { DUTY_CLAUSES, OBJECTION_OUTCOMES, type ObjectionOutcome } from '@guanhu/shared/appraisal/appraisal.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { urlOf } from '@guanhu/shared/kernel/route';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Amount } from '../ui/amount.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { FetchedMedia } from '../ui/fetched-media.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, spanInWords } from '../ui/words.ts';
import { ObjectionFacts } from './objections-card.tsx';

/** One objection beside the decision it is about; answered with reasons, by somebody who had no part in it. */
export function ObjectionPage() {
  const { objectionId = '' } = useParams();
  const objection = useRead(readObjection, { params: { objectionId } });
  return <Answered of={objection}>{answer => <Objection objection={answer} />}</Answered>;
}

const Objection = ({ objection }: { objection: ObjectionDetail }) => (
  <Detail
    over={`${objection.agreementNumber} · ${spanInWords(objection.from, objection.to)}`}
    title={`${objection.guardianName} 对认定有异议`}
    actions={<Amount big fen={objection.decidedFen} />}
  >
    <Card title="异议">
      <ObjectionFacts objection={objection} />
      {objection.hasVoice && (
        <FetchedMedia path={urlOf(readObjectionVoice, { objectionId: objection.id })} kind="sound" button="听录音" label="异议录音" />
      )}
    </Card>
    <Card title="原认定">
      <Facts
        of={[
          ['做满这一期', `${yuanGrouped(objection.fullFen)} 元`],
          ['认定发放', `${yuanGrouped(objection.decidedFen)} 元`],
          ['听取监护人', objection.guardianHeardOn === null ? '没有记录' : dayInWords(objection.guardianHeardOn)],
        ]}
      />
      {objection.breaches.map(breach => (
        <p key={breach.clause} className="small">
          未做到「{DUTY_CLAUSES[breach.clause]}」：{breach.evidence}
        </p>
      ))}
      {objection.later.map(fact => (
        <p key={fact} className="small">{`后来得知：${fact}`}</p>
      ))}
    </Card>
    {objection.mayAnswer && <AnswerForm objection={objection} />}
    {!objection.mayAnswer && objection.state === 'open' && (
      <p className="sub">参加过这一期认定或答复的人、协议当事人不能答复；到县级的由县里答复。</p>
    )}
  </Detail>
);

function AnswerForm({ objection: { id, version } }: { objection: ObjectionDetail }) {
  const [outcome, setOutcome] = useState<ObjectionOutcome>();
  const [reasons, setReasons] = useState('');
  const answer = useWrite(answerObjection);
  return (
    <Card title="答复">
      <Form
        layout="vertical"
        className="form-narrow"
        onFinish={() => outcome && void answer.run({ params: { objectionId: id }, body: { version, outcome, reasons: reasons.trim() } })}
      >
        <Form.Item label="结果">
          <Radio.Group
            aria-label="结果"
            value={outcome}
            onChange={event => setOutcome(event.target.value as ObjectionOutcome)}
            options={Object.entries(OBJECTION_OUTCOMES).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item label="理由（写给监护人，用平常话）" htmlFor="objection-reasons">
          <Input.TextArea
            id="objection-reasons"
            rows={4}
            maxLength={1000}
            value={reasons}
            onChange={event => setReasons(event.target.value)}
          />
        </Form.Item>
        <Refusal of={answer} />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={outcome === undefined || reasons.trim() === ''}
          loading={answer.busy}
        >
          答复
        </Button>
        <p className="sub" style={{ marginTop: 10 }}>
          支持的，由两个人重新认定，不会比原来少；维持的，监护人还可以在期限内向县里提出。
        </p>
      </Form>
    </Card>
  );
}
