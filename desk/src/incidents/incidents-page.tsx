import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { INCIDENT_KINDS, INCIDENT_STATES, type IncidentState } from '@guanhu/shared/incidents/incidents.terms';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { StateSegments, useStateFilter } from '../ui/state-list.tsx';
import { Empty } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

const LOOK_MS = 10_000;

/** What was reported, newest first; one of it beside the list. */
export function IncidentsPage() {
  const pages = usePages(listIncidents, { query: useStateFilter<IncidentState>() }, { every: LOOK_MS });
  return (
    <Place
      list={
        <ListColumn title="情况处置" hint="每 10 秒自动更新" filters={<StateSegments states={INCIDENT_STATES} />}>
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
