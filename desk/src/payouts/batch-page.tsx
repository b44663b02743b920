import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { readBatch } from '@guanhu/shared/payouts/payouts.routes';
import { BATCH_STATES } from '@guanhu/shared/payouts/payouts.terms';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Amount } from '../ui/amount.tsx';
import { Chain } from '../ui/chain.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { BatchActions } from './batch-actions.tsx';
import { batchChain } from './batch-chain.ts';
import { PayListsCard } from './pay-lists-card.tsx';
import { EntitlementsTable } from './entitlements-table.tsx';

const LOOK_MS = 5_000;

/** One batch: its money, its three people, its payments. */
export function BatchPage() {
  const { batchId = '' } = useParams();
  const batch = useRead(readBatch, { params: { batchId } }, { every: LOOK_MS });
  return <Answered of={batch}>{answer => <Batch batch={answer} />}</Answered>;
}

function Batch({ batch }: { batch: BatchDetail }) {
  const reason = batch.steps.find(each => each.step === 'returned')?.reason ?? null;
  const changed = batch.entitlements.filter(row => row.changed.length > 0).length;
  return (
    <Detail
      over={`${batch.title} · ${batch.townshipName} · ${batch.people} 人 · ${BATCH_STATES[batch.state]}`}
      title={<Amount big fen={batch.totalFen} />}
      actions={<BatchActions batch={batch} />}
    >
      <Chain label="三人办理进度" steps={batchChain(batch)} />
      {batch.may.closedBecause !== null && <Alert type="info" title={batch.may.closedBecause} />}
      {changed > 0 && (
        <Alert type="warning" title={`${String(changed)} 笔在制单以后有变化，标在明细里：核对以后再办，不对的请退回重新制单`} />
      )}
      {reason !== null && <Alert type="warning" title={`退回原因：${reason}`} />}
      <Card>
        <Facts
          of={[
            ['发放单位', batch.officeName],
            ['可用余额', <Amount key="available" fen={batch.availableFen} />],
            ['已到账', `${batch.paid} 笔`],
            ['未成功', `${batch.failed} 笔`],
          ]}
        />
      </Card>
      {batch.state === 'released' || batch.state === 'reconciled' ? (
        <PayListsCard batchId={batch.id} open={batch.state === 'released'} />
      ) : null}
      <Card title="明细">
        <EntitlementsTable entitlements={batch.entitlements} />
      </Card>
    </Detail>
  );
}
