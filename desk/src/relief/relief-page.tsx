import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { urlOf } from '@guanhu/shared/kernel/route';
import type { ReliefDetail } from '@guanhu/shared/relief/relief.contract';
import {
  answerRelief,
  forwardRelief,
  readRelief,
  readReliefVoice,
  receivePapers,
  recordResult,
  withdrawRelief,
} from '@guanhu/shared/relief/relief.routes';
import { BENEFITS, GRANT_RHYTHMS, RELIEF_ACTS, RELIEF_OFFICES, RELIEF_STATES } from '@guanhu/shared/relief/relief.terms';
import { Button, Checkbox, Form, Input, Radio, Table } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Said } from '../ui/said.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { useGrantTyped } from './grant-fields.tsx';

/** One application for a benefit: its papers, its clock, what came of it. */
export function ReliefPage() {
  const { reliefId = '' } = useParams();
  const relief = useRead(readRelief, { params: { reliefId } });
  return <Answered of={relief}>{answer => <Relief key={`${answer.reliefId}${answer.version}`} relief={answer} />}</Answered>;
}

function Relief({ relief }: { relief: ReliefDetail }) {
  const { grant, may } = relief;
  return (
    <Detail
      over={`${relief.villageName} · ${RELIEF_STATES[relief.state]}`}
      title={`${BENEFITS[relief.benefit].label} · ${relief.patientName}`}
      actions={<Moves relief={relief} />}
    >
      <Card title="申请">
        <Facts
          of={[
            ['提出时间', instantInWords(relief.appliedAt)],
            ['办理部门', `${RELIEF_OFFICES[relief.office]}${relief.fast ? '（快办）' : ''}`],
            ...(relief.dueOn === null
              ? []
              : [['这一步办理期限', `${dayInWords(relief.dueOn)}${relief.overdue ? '，已超期' : ''}`] as const]),
            ...(relief.objectUntil === null ? [] : [['异议期限', dayInWords(relief.objectUntil)] as const]),
            ...(grant === null
              ? []
              : [
                  ['享受期', `${dayInWords(grant.from)} 至 ${dayInWords(grant.until, '长期')}`] as const,
                  ...(grant.amountFen === null || grant.rhythm === null
                    ? []
                    : [['金额', `${GRANT_RHYTHMS[grant.rhythm]} ${yuanGrouped(grant.amountFen)} 元`] as const]),
                ]),
          ]}
        />
        <Link to={`/relief/patients/${relief.patientId}`}>这个家庭可以享受的救助</Link>
      </Card>
      <Papers relief={relief} />
      {may.result && <ResultForm relief={relief} />}
      {may.answer && <AnswerForm relief={relief} />}
      <Card title="办理经过">
        <Table
          size="small"
          rowKey="stepId"
          pagination={false}
          dataSource={[...relief.steps]}
          columns={[
            { title: '时间', render: (_, step) => instantInWords(step.at) },
            { title: '事项', render: (_, step) => RELIEF_ACTS[step.act] },
            { title: '办理人', dataIndex: 'by' },
            {
              title: '说明',
              render: (_, { words, hasVoice, stepId }) => (
                <Said
                  words={words}
                  voice={hasVoice ? urlOf(readReliefVoice, { reliefId: relief.reliefId, stepId }) : undefined}
                  label="救助申请录音"
                />
              ),
            },
          ]}
        />
      </Card>
    </Detail>
  );
}

function Moves({ relief: { reliefId, version, state, may } }: { relief: ReliefDetail }) {
  const forward = useWrite(forwardRelief);
  const withdraw = useWrite(withdrawRelief);
  const wish = { params: { reliefId }, body: { version } };
  return (
    <>
      <Refusal of={forward} />
      <Refusal of={withdraw} />
      {may.withdraw && (
        <Button loading={withdraw.busy} onClick={() => void withdraw.run(wish)}>
          撤回申请
        </Button>
      )}
      {may.handle && state === 'collecting' && (
        <Button type="primary" size="large" loading={forward.busy} onClick={() => void forward.run(wish)}>
          送交部门
        </Button>
      )}
    </>
  );
}

function Papers({ relief: { reliefId, version, papers, may } }: { relief: ReliefDetail }) {
  const receive = useWrite(receivePapers);
  if (papers.length === 0) return null;
  const take = (name: string) => void receive.run({ params: { reliefId }, body: { version, papers: [name] } });
  return (
    <Card title="材料">
      <Refusal of={receive} />
      <ul className="rows">
        {papers.map(({ name, handedIn }) => (
          <li key={name}>
            <Checkbox checked={handedIn} disabled={!may.handle || handedIn || receive.busy} onChange={() => take(name)}>
              {`${name}${handedIn ? '（收到了）' : ''}`}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ResultForm({ relief: { reliefId, version, termMonths } }: { relief: ReliefDetail }) {
  const id = useRef(newKey());
  const record = useWrite(recordResult);
  const [outcome, setOutcome] = useState<'granted' | 'refused'>();
  const [words, setWords] = useState('');
  const { grant, fields } = useGrantTyped(termMonths);
  const said = words.trim();
  const ready = outcome === 'granted' ? grant !== undefined : outcome === 'refused' && said !== '';
  const submit = () => {
    if (outcome === 'refused') return record.run({ params: { reliefId }, body: { outcome, version, words: said } });
    if (grant === undefined) return undefined;
    const body = { outcome: 'granted' as const, version, grantId: id.current, ...grant, ...(said === '' ? {} : { words: said }) };
    return record.run({ params: { reliefId }, body });
  };
  return (
    <Card title="部门的结果">
      <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
        <Form.Item label="结果">
          <Radio.Group
            aria-label="结果"
            value={outcome}
            onChange={event => setOutcome(event.target.value as typeof outcome)}
            options={[
              { value: 'granted', label: '批准' },
              { value: 'refused', label: '未通过' },
            ]}
          />
        </Form.Item>
        {outcome === 'granted' && fields}
        <Form.Item label="说明" htmlFor="result-words" extra="未通过必须写理由，家属会看到，并会告诉家属怎样提异议。">
          <Input.TextArea id="result-words" rows={3} maxLength={500} value={words} onChange={event => setWords(event.target.value)} />
        </Form.Item>
        <Refusal of={record} />
        <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={record.busy}>
          登记结果
        </Button>
      </Form>
    </Card>
  );
}

function AnswerForm({ relief: { reliefId, version } }: { relief: ReliefDetail }) {
  const answer = useWrite(answerRelief);
  const [words, setWords] = useState('');
  const submit = (outcome: 'uphold' | 'overturn') =>
    void answer.run({ params: { reliefId }, body: { version, outcome, words: words.trim() } });
  return (
    <Card title="答复异议">
      <Form layout="vertical" className="form-narrow" component="div">
        <Form.Item label="理由" htmlFor="answer-words">
          <Input.TextArea id="answer-words" rows={3} maxLength={500} value={words} onChange={event => setWords(event.target.value)} />
        </Form.Item>
        <Refusal of={answer} />
        <div className="actions">
          <Button disabled={words.trim() === ''} loading={answer.busy} onClick={() => submit('uphold')}>
            维持
          </Button>
          <Button type="primary" disabled={words.trim() === ''} loading={answer.busy} onClick={() => submit('overturn')}>
            重新办理
          </Button>
        </div>
      </Form>
    </Card>
  );
}
