import { listMerges } from '@guanhu/shared/registry/merge.routes';
import { MERGE_STATES, type MergeState } from '@guanhu/shared/registry/merge.rules';
import { Select } from 'antd';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { instantInWords } from '../ui/words.ts';
import { MERGE_TONES } from './merge-tones.ts';

const isState = (text: string | undefined): text is MergeState => text !== undefined && text in MERGE_STATES;

/** Files that somebody says are of one person; one of the proposals beside them. */
export function MergesPage() {
  const [state, setState] = useFilter('state');
  const pages = usePages(listMerges, { query: isState(state) ? { state } : {} });
  return (
    <Place
      list={
        <ListColumn
          title="档案合并"
          hint="一人提出，另一人决定；合错了可以撤销"
          filters={
            <Select
              aria-label="按进度筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部进度"
              options={Object.entries(MERGE_STATES).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有档案合并">发现同一个人有两份档案时，从其中一份的页面提出。</Empty>}
            row={one => (
              <RowLink
                key={one.mergeId}
                to={`/merges/${one.mergeId}`}
                title={one.keptName === one.mergedName ? one.keptName : `${one.mergedName} 并入 ${one.keptName}`}
                note={`${one.villageName} · ${instantInWords(one.proposedAt)}提出`}
                tag={{ tone: MERGE_TONES[one.state], words: MERGE_STATES[one.state] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
