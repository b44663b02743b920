import type { BatchPage as Page } from '@guanhu/shared/payouts/payouts.contract';
import { listBatches } from '@guanhu/shared/payouts/payouts.routes';
import { BATCH_STATES, type BatchState } from '@guanhu/shared/payouts/payouts.terms';
import { usePages } from '../app/queries.ts';
import { Amount } from '../ui/amount.tsx';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import { batchesExceptionsFirst } from './exceptions-first.ts';
import { BATCH_TONES } from './payout-tones.ts';

const LOOK_MS = 10_000;

/** Batches, those that need somebody above; one of them beside the list. */
export function BatchesPage() {
  const pages = usePages(listBatches, { query: useStateFilter<BatchState>() }, { every: LOOK_MS });
  return (
    <StateList
      title="批次"
      hint="需要处理的在上面"
      states={BATCH_STATES}
      begin={{ may: 'batch:prepare', to: '/batches/new', label: '制单' }}
      pages={pages}
      order={batchesExceptionsFirst}
      empty={{ title: '还没有批次', words: '履责认定生效以后，社会事务办在这里制单，三个人依次办理。' }}
      row={one => ({
        to: `/batches/${one.id}`,
        title: `${one.title} · ${one.townshipName}`,
        aside: <Amount fen={one.totalFen} />,
        note: `${one.people} 人`,
        tag: { tone: one.failed > 0 ? 'danger' : BATCH_TONES[one.state], words: tagWords(one) },
      })}
    />
  );
}

function tagWords(one: Page['rows'][number]): string {
  if (one.state !== 'released') return BATCH_STATES[one.state];
  if (one.failed > 0) return `${one.failed} 笔未成功`;
  return one.people > one.paid ? `${one.people - one.paid} 笔待到账` : '待对账';
}
