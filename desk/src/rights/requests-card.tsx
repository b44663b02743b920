import { urlOf } from '@guanhu/shared/kernel/route';
import type { RequestAtDesk } from '@guanhu/shared/rights/requests.contract';
import { answerRequest, listRequests, readRequestVoice } from '@guanhu/shared/rights/requests.routes';
import {
  PROOF_KINDS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  REQUEST_WAYS,
  type RequestOutcome,
} from '@guanhu/shared/rights/rights.terms';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, More } from '../ui/columns.tsx';
import { Said } from '../ui/said.tsx';
import { Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

const OUTCOMES = Object.entries(REQUEST_OUTCOMES).map(([value, label]) => ({ value, label }));

/** What patients and families ask, the most urgent first. */
export function RequestsCard() {
  const pages = usePages(listRequests);
  const [answering, setAnswering] = useState<RequestAtDesk>();
  return (
    <Card title="权利申请">
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">还没有人提出申请。服务对象和监护人在手机的「我的权利」里提出。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <li key={row.requestId}>
            <div className="split">
              <span>
                <strong>{REQUEST_KINDS[row.kind]}</strong>&emsp;{row.villageName} {row.patientName}&emsp;
                <span className="small">
                  {`${row.outside ? `${row.outside.name}（${PROOF_KINDS[row.outside.proof]}，${row.outside.writtenBy} 记录）` : `${REQUEST_WAYS[row.way]} ${row.askedBy ?? ''}`} ${instantInWords(row.at)}`}
                </span>
              </span>
              <Tag tone={row.overdue ? 'warn' : 'plain'}>{row.overdue ? '已超期' : REQUEST_STATES[row.state]}</Tag>
            </div>
            <Asked of={row} />
            {row.answers.map(answer => (
              <p key={answer.at} className="small">
                {`${answer.by} ${instantInWords(answer.at)} 答复：${REQUEST_OUTCOMES[answer.outcome]}。${answer.words}`}
              </p>
            ))}
            {(row.state === 'open' || row.state === 'escalated') && (
              <div className="split">
                <span className="small">{`${row.officer ?? '还没有人负责'}，${dayInWords(row.dueOn)}前答复`}</span>
                <Button type={row.yours ? 'primary' : 'default'} onClick={() => setAnswering(row)}>
                  答复
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <More pages={pages} />
      {answering && <AnswerDialog request={answering} onClose={() => setAnswering(undefined)} />}
    </Card>
  );
}

/** What was asked, in the person's own words or voice. */
const Asked = ({ of: { requestId, words, hasVoice } }: { of: RequestAtDesk }) => (
  <div>
    <Said words={words} voice={hasVoice ? urlOf(readRequestVoice, { requestId }) : undefined} label="权利申请录音" />
  </div>
);

function AnswerDialog({ request, onClose }: { request: RequestAtDesk; onClose: () => void }) {
  const [outcome, setOutcome] = useState<RequestOutcome>('granted');
  const [words, setWords] = useState('');
  const answer = useWrite(answerRequest, onClose);
  const { requestId, version } = request;
  return (
    <Modal
      open
      title={`答复：${REQUEST_KINDS[request.kind]}`}
      okText="答复"
      cancelText="取消"
      okButtonProps={{ disabled: words.trim() === '', loading: answer.busy }}
      onOk={() => void answer.run({ params: { requestId }, body: { outcome, words: words.trim(), version } })}
      onCancel={onClose}
    >
      <Asked of={request} />
      <Form layout="vertical">
        <Form.Item label="怎么办">
          <Radio.Group
            aria-label="怎么办"
            value={outcome}
            onChange={event => setOutcome(event.target.value as RequestOutcome)}
            options={OUTCOMES}
          />
        </Form.Item>
        <Form.Item label="写给对方的话（不予办理的要说明理由）" htmlFor="answer-words">
          <Input.TextArea id="answer-words" rows={4} maxLength={1000} value={words} onChange={event => setWords(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={answer} />
    </Modal>
  );
}
