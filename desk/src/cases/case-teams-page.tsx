import { listCaseTeams } from '@guanhu/shared/care-team/case-team.routes';
import { CASE_REASONS, CASE_TEAM_STATES, type CaseTeamState } from '@guanhu/shared/care-team/case-team.terms';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { StateSegments, useStateFilter } from '../ui/state-list.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';

const { proposed, open, closed } = CASE_TEAM_STATES;
const SHOWN = { proposed, open, closing: '待结束', closed } satisfies Partial<Record<CaseTeamState, string>>;
const TONES: Readonly<Record<CaseTeamState, Tone>> = { proposed: 'warn', open: 'calm', closing: 'warn', closed: 'plain', lapsed: 'plain' };

/** Case teams of the patients that the reader answers for; one of them beside the list. */
export function CaseTeamsPage() {
  const pages = usePages(listCaseTeams, { query: useStateFilter<CaseTeamState>() });
  return (
    <Place
      list={
        <ListColumn title="个案管理" filters={<StateSegments states={SHOWN} />}>
          <Rows
            pages={pages}
            empty={<Empty title="没有个案管理小组">病情不稳定、发生过事件或危险性 3 级以上时，系统会提出组建。</Empty>}
            row={one => (
              <RowLink
                key={one.caseTeamId}
                to={`/case-teams/${one.caseTeamId}`}
                title={one.patientName}
                aside={<span className="small">{one.villageName}</span>}
                note={one.reasons.map(reason => CASE_REASONS[reason]).join('、')}
                tag={{ tone: one.overdue ? 'danger' : TONES[one.state], words: one.overdue ? '已超期' : CASE_TEAM_STATES[one.state] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
