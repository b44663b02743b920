import type { ConcernAnswer } from '@guanhu/shared/visits/after-visit.contract';
import { closeConcern, readConcern } from '@guanhu/shared/visits/after-visit.routes';
import { CONCERN_KINDS, CONCERN_STATES } from '@guanhu/shared/visits/rights.terms';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** One confidential report, for the office and the doctor alone. */
export function ConcernPage() {
  const { concernId = '' } = useParams();
  const concern = useRead(readConcern, { params: { concernId } });
  return <Answered of={concern}>{answer => <Concern concern={answer} />}</Answered>;
}

function Concern({ concern }: { concern: ConcernAnswer }) {
  const [result, setResult] = useState('');
  const close = useWrite(closeConcern);
  const { concernId, version } = concern;
  return (
    <Detail over={CONCERN_STATES[concern.state]} title={CONCERN_KINDS[concern.kind]}>
      <Card title="报告内容">
        <Facts
          of={[
            ['服务对象', `${concern.villageName} ${concern.patientName}`],
            ['报告人', `${concern.reporterName} · ${instantInWords(concern.reportedAt)}`],
            ...(concern.closedAt === null ? [] : [['办结', instantInWords(concern.closedAt)] as const]),
          ]}
        />
        <p>「{concern.words}」</p>
        <p className="small">监护人和替监护人办事的人看不到这份报告，也看不到谁看过它。请不要向家属透露报告人。</p>
      </Card>
      {concern.result !== null && (
        <Card title="核查结果">
          <p>{concern.result}</p>
        </Card>
      )}
      {concern.state === 'open' && (
        <Card title="核查结果">
          <Form layout="vertical">
            <Form.Item label="怎么核查、怎么处理的" htmlFor="concern-result">
              <Input.TextArea
                id="concern-result"
                rows={4}
                maxLength={1000}
                value={result}
                onChange={event => setResult(event.target.value)}
              />
            </Form.Item>
          </Form>
          <Refusal of={close} />
          <Button
            type="primary"
            loading={close.busy}
            disabled={result.trim() === ''}
            onClick={() => void close.run({ params: { concernId }, body: { version, result: result.trim() } })}
          >
            办结
          </Button>
        </Card>
      )}
    </Detail>
  );
}
