import { listCaseTeams } from '@guanhu/shared/care-team/case-team.routes';
import { CASE_REASONS, CASE_TEAM_STATES } from '@guanhu/shared/care-team/case-team.terms';
import { Link } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';

/** The patient's case teams, when there is or was one. */
export function CaseCard({ patientId }: { patientId: string }) {
  const { rows = [] } = useRead(listCaseTeams, { query: { patientId } }).data ?? {};
  if (rows.length === 0) return null;
  return (
    <Card title="个案管理">
      <ul className="plain-list">
        {rows.map(row => (
          <li key={row.caseTeamId} className="split">
            <Link to={`/case-teams/${row.caseTeamId}`}>{row.reasons.map(reason => CASE_REASONS[reason]).join('、')}</Link>
            <Tag tone={row.state === 'proposed' || row.overdue ? 'warn' : 'calm'}>{CASE_TEAM_STATES[row.state]}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
