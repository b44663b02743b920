import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { APPRAISAL_STATES, PROPOSALS, type AppraisalState } from '@guanhu/shared/appraisal/appraisal.terms';
import { Select } from 'antd';
import { usePages } from '../app/queries.ts';
import { Amount } from '../ui/amount.tsx';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { spanInWords } from '../ui/words.ts';
import { APPRAISAL_TONES } from './appraisal-tones.ts';

/** Appraisals, those to decide first; one of them beside the list. */
export function AppraisalsPage() {
  const [state, setState] = useFilter('state');
  const pages = usePages(listAppraisals, { query: state === undefined ? {} : { state: state as AppraisalState } });
  return (
    <Place
      list={
        <ListColumn
          title="履责认定"
          hint="需要两人认定的在上面"
          filters={
            <Select
              aria-label="按状态筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部状态"
              options={Object.entries(APPRAISAL_STATES).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有认定">协议的一期结束以后，系统收集证据，出现在这里等两人认定。</Empty>}
            row={one => (
              <RowLink
                key={one.id}
                to={`/appraisals/${one.id}`}
                title={one.patientName}
                aside={<Amount fen={one.decidedFen ?? one.fullFen} />}
                note={`${one.villageName} · ${spanInWords(one.from, one.to)}`}
                tag={{ tone: APPRAISAL_TONES[one.state], words: tagWords(one) }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}

function tagWords(one: { state: AppraisalState; proposal: keyof typeof PROPOSALS | null; opinions: number; mine: boolean }): string {
  if (one.state !== 'proposed') return APPRAISAL_STATES[one.state];
  if (one.mine) return '您已认定，等另一人';
  return one.opinions > 0 ? '等第二人认定' : one.proposal === null ? APPRAISAL_STATES.proposed : PROPOSALS[one.proposal];
}
