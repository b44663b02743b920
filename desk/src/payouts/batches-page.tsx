import type { BatchPage as Page } from '@guanhu/shared/payouts/payouts.contract';
import { listBatches } from '@guanhu/shared/payouts/payouts.routes';
import { BATCH_STATES, type BatchState } from '@guanhu/shared/payouts/payouts.terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Amount } from '../ui/amount.tsx';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { batchesExceptionsFirst } from './exceptions-first.ts';
import { BATCH_TONES } from './payout-tones.ts';

const LOOK_MS = 10_000;

/** Batches, those that need somebody above; one of them beside the list. */
export function BatchesPage() {
  const [state, setState] = useFilter('state');
  const mayPrepare = useMayByPost('batch:prepare');
  const pages = usePages(listBatches, { query: state === undefined ? {} : { state: state as BatchState } }, { every: LOOK_MS });
  return (
    <Place
      list={
        <ListColumn
          title="批次"
          hint="需要处理的在上面"
          actions={
            mayPrepare && (
              <Link to="/batches/new">
                <Button type="primary">制单</Button>
              </Link>
            )
          }
          filters={
            <Select
              aria-label="按状态筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部状态"
              options={Object.entries(BATCH_STATES).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            order={batchesExceptionsFirst}
            empty={<Empty title="还没有批次">履责认定生效以后，社会事务办在这里制单，三个人依次办理。</Empty>}
            row={one => (
              <RowLink
                key={one.id}
                to={`/batches/${one.id}`}
                title={`${one.title} · ${one.townshipName}`}
                aside={<Amount fen={one.totalFen} />}
                note={`${one.people} 人`}
                tag={{ tone: one.failed > 0 ? 'danger' : BATCH_TONES[one.state], words: tagWords(one) }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}

function tagWords(one: Page['rows'][number]): string {
  if (one.state !== 'released') return BATCH_STATES[one.state];
  return one.failed > 0 ? `${one.failed} 笔未成功` : `${one.people - one.paid} 笔待到账`;
}
