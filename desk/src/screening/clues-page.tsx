import { listClues } from '@guanhu/shared/screening/clue.routes';
import { CLUE_SOURCES, CLUE_STATES, WHEREABOUTS, type ClueState, type Whereabouts } from '@guanhu/shared/screening/clue.terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { StateSelect, useStateFilter } from '../ui/state-list.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { instantInWords } from '../ui/words.ts';
import { clueTag } from './clue-tones.ts';

/** Clues and status lists: nobody is named until one is opened. */
export function CluesPage() {
  const [where, setWhere] = useFilter('show');
  const reports = useMayByPost('clue:report');
  const query = {
    ...useStateFilter<ClueState>(),
    ...(where === undefined ? {} : { whereabouts: where as Whereabouts }),
  };
  const pages = usePages(listClues, { query });
  return (
    <Place
      list={
        <ListColumn
          title="排查线索"
          actions={
            reports && (
              <Link to="/clues/new">
                <Button type="primary">填线索</Button>
              </Link>
            )
          }
          filters={
            <div className="actions">
              <StateSelect states={CLUE_STATES} />
              <Select
                aria-label="现在何处"
                allowClear
                placeholder="不分去向"
                value={where ?? null}
                onChange={setWhere}
                options={Object.entries(WHEREABOUTS).map(([value, label]) => ({ value, label }))}
                style={{ minWidth: 150 }}
              />
            </div>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有线索">村里排查、群众反映和没有建档的人的情况上报，会列在这里。</Empty>}
            row={clue => (
              <RowLink
                key={clue.clueId}
                to={`/clues/${clue.clueId}`}
                title={clue.nameless ?? (clue.dueOn === null ? '已抹去' : '还没写是谁')}
                aside={<span className="small">{instantInWords(clue.reportedAt)}</span>}
                note={`${clue.areaName} · ${CLUE_SOURCES[clue.source]}`}
                tag={clueTag(clue)}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
