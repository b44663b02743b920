import type { HandlingShown } from '@guanhu/shared/incidents/handling.contract';
import { addEntry } from '@guanhu/shared/incidents/handling.routes';
import { STEP_STATES, type StepAnswer } from '@guanhu/shared/incidents/handling.terms';
import { INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import { HANDLING_STEPS, type HandlingStep } from '@guanhu/shared/policy/handling.terms';
import { Button, Input, Space, Table } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useMay } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

type Step = HandlingShown['steps'][number];
const toneOf = ({ state, late }: Step): Tone =>
  state === 'done' || state === 'notNeeded' ? 'calm' : late ? 'danger' : state === 'taken' ? 'warn' : 'plain';

/** Each step with its owner and clock; who may write takes it, answers it, or says why it is not needed. */
export function HandlingSteps({ incidentId, handling }: { incidentId: string; handling: HandlingShown }) {
  const mayWrite = useMay('handling:write') && handling.state !== 'closed';
  const write = useWrite(addEntry);
  const [excusing, setExcusing] = useState<HandlingStep>();
  const [reason, setReason] = useState('');
  const answer = async (step: HandlingStep, to: StepAnswer, because?: string) => {
    const what = { kind: 'step', step, to, ...(because === undefined ? {} : { reason: because }) } as const;
    const body = { entryId: newKey(), at: new Date().toISOString(), what };
    if (await write.run({ params: { incidentId }, body })) {
      setExcusing(undefined);
      setReason('');
    }
  };
  return (
    <>
      <Refusal of={write} />
      <Table
        size="small"
        rowKey="step"
        pagination={false}
        dataSource={handling.steps}
        scroll={{ x: 520 }}
        columns={[
          {
            title: '步骤',
            key: 'step',
            render: (_, one) => (
              <>
                {HANDLING_STEPS[one.step]}
                <p className="small">{INCIDENT_POST_LABELS[one.owner]}</p>
              </>
            ),
          },
          { title: '应在此前', key: 'due', render: (_, one) => instantInWords(one.dueAt) },
          {
            title: '进展',
            key: 'state',
            render: (_, one) => (
              <>
                <Tag tone={toneOf(one)}>{STEP_STATES[one.state]}</Tag>
                {one.at !== null && (
                  <span className="small">
                    &ensp;{instantInWords(one.at)} {one.byName}
                    {one.late ? '，超时' : ''}
                  </span>
                )}
              </>
            ),
          },
          {
            title: '办理',
            key: 'do',
            render: (_, one) =>
              mayWrite &&
              (one.state === 'waiting' || one.state === 'taken') && (
                <Space size="small" wrap>
                  {one.state === 'waiting' && (
                    <Button size="small" disabled={write.busy} onClick={() => void answer(one.step, 'taken')}>
                      我来办
                    </Button>
                  )}
                  <Button size="small" type="primary" disabled={write.busy} onClick={() => void answer(one.step, 'done')}>
                    办完了
                  </Button>
                  <Button size="small" disabled={write.busy} onClick={() => setExcusing(one.step)}>
                    不需要
                  </Button>
                </Space>
              ),
          },
        ]}
      />
      {excusing !== undefined && (
        <Space.Compact style={{ width: '100%', marginTop: 12 }}>
          <Input
            aria-label={`${HANDLING_STEPS[excusing]}为什么不需要`}
            placeholder={`${HANDLING_STEPS[excusing]}：为什么不需要`}
            maxLength={200}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <Button
            type="primary"
            loading={write.busy}
            disabled={reason.trim() === ''}
            onClick={() => void answer(excusing, 'notNeeded', reason.trim())}
          >
            记下
          </Button>
          <Button onClick={() => setExcusing(undefined)}>取消</Button>
        </Space.Compact>
      )}
    </>
  );
}
