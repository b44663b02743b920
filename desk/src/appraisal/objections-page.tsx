import { listObjections } from '@guanhu/shared/appraisal/objections.routes';
import { OBJECTION_LEVELS, OBJECTION_STATES, type ObjectionState } from '@guanhu/shared/appraisal/appraisal.terms';
import { Select } from 'antd';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, spanInWords } from '../ui/words.ts';
import { OBJECTION_TONES } from './appraisal-tones.ts';

/** Objections to deductions, the earliest day for an answer first; one of them beside the list. */
export function ObjectionsPage() {
  const [state, setState] = useFilter('state');
  const pages = usePages(listObjections, { query: state === undefined ? {} : { state: state as ObjectionState } });
  return (
    <Place
      list={
        <ListColumn
          title="异议答复"
          hint="最早到期的在上面"
          filters={
            <Select
              aria-label="按状态筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部状态"
              options={Object.entries(OBJECTION_STATES).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有异议">监护人对少发、不发有意见的，从手机“我的协议”里提出，出现在这里等答复。</Empty>}
            row={one => (
              <RowLink
                key={one.id}
                to={`/objections/${one.id}`}
                title={one.guardianName}
                aside={<span className="small">{OBJECTION_LEVELS[one.level]}</span>}
                note={`${one.villageName} · ${spanInWords(one.from, one.to)}${one.state === 'open' ? ` · ${dayInWords(one.dueOn)}前答复` : ''}`}
                tag={
                  one.overdue
                    ? { tone: 'danger', words: '答复超期' }
                    : { tone: OBJECTION_TONES[one.state], words: one.yours ? '等您答复' : OBJECTION_STATES[one.state] }
                }
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
