import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { INCIDENT_KINDS, INCIDENT_STATES, type IncidentState } from '@guanhu/shared/incidents/incidents.terms';
import { Segmented } from 'antd';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { instantInWords } from '../ui/words.ts';

const LOOK_MS = 10_000;
const ALL = 'all';

/** What was reported, newest first; one of it beside the list. */
export function IncidentsPage() {
  const [state, setState] = useFilter('state');
  const pages = usePages(listIncidents, { query: state === undefined ? {} : { state: state as IncidentState } }, { every: LOOK_MS });
  return (
    <Place
      list={
        <ListColumn
          title="情况处置"
          hint="每 10 秒自动更新"
          filters={
            <Segmented
              aria-label="按状态筛选"
              value={state ?? ALL}
              onChange={value => setState(value === ALL ? undefined : value)}
              options={[{ value: ALL, label: '全部' }, ...Object.entries(INCIDENT_STATES).map(([value, label]) => ({ value, label }))]}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有情况">监护人或工作人员在手机上报告以后，会马上出现在这里。</Empty>}
            row={one => (
              <RowLink
                key={one.incidentId}
                to={`/incidents/${one.incidentId}`}
                title={INCIDENT_KINDS[one.kind]}
                aside={<span className="small">{instantInWords(one.reportedAt)}</span>}
                note={`${one.villageName} ${one.patientId === null ? '没有建档' : (one.patientName ?? '')}`}
                tag={{
                  tone: one.state === 'open' || one.waitsForMe ? 'danger' : 'calm',
                  words: one.waitsForMe ? '等您回应' : INCIDENT_STATES[one.state],
                }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
