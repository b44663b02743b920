import type { IncidentAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { UNFILED_OUTCOMES } from '@guanhu/shared/incidents/incidents.terms';
import { settleUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { Button, Popconfirm } from 'antd';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { JoinUnfiled } from './join-unfiled.tsx';

type Props = { incidentId: string; villageName: string; unfiled: NonNullable<IncidentAnswer['unfiled']> };
/** Of somebody without a file: who it is as described, and what becomes of it. Nothing here makes a file. */
export function UnfiledCard({ incidentId, villageName, unfiled }: Props) {
  const settle = useWrite(settleUnfiledIncident);
  const { description, outcome, mine } = unfiled;
  const as = (chosen: 'clue' | 'closed') => void settle.run({ params: { incidentId }, body: { outcome: chosen } });
  return (
    <Card title="当事人没有建档">
      <p>{description ?? (outcome === 'closed' ? '已结案，个人信息和说明已经抹去' : '是什么样的人：还没有写，或者只给处理的人看')}</p>
      {outcome !== null && <p className="sub">{UNFILED_OUTCOMES[outcome]}</p>}
      <Refusal of={settle} />
      {mine && <JoinUnfiled incidentId={incidentId} villageName={villageName} />}
      {mine && (
        <div className="actions">
          {outcome === null && (
            <Button loading={settle.busy} onClick={() => as('clue')}>
              {UNFILED_OUTCOMES.clue}
            </Button>
          )}
          <Popconfirm
            title="结案并抹去个人信息？"
            description="描述、说明、录音、照片和位置会抹去，不能恢复。"
            okText="结案"
            cancelText="不"
            onConfirm={() => as('closed')}
          >
            <Button loading={settle.busy}>{UNFILED_OUTCOMES.closed}</Button>
          </Popconfirm>
        </div>
      )}
    </Card>
  );
}
