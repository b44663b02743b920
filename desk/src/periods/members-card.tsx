import { listPeriodMembers } from '@guanhu/shared/visits/special-period.routes';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { Card, More } from '../ui/columns.tsx';
import { Loading, Problem } from '../ui/states.tsx';
import { daysIn, whyIn } from './why-in.ts';

/** Who of the reader's patients is or was in the period, and why. */
export function MembersCard({ periodId }: { periodId: string }) {
  const members = usePages(listPeriodMembers, { params: { periodId } });
  if (members.rows === undefined) return members.refusal ? <Problem refusal={members.refusal} again={members.again} /> : <Loading />;
  return (
    <Card title="列入的服务对象">
      {members.rows.length === 0 && <p className="sub">没有列入您负责的服务对象。</p>}
      <ul className="plain-list">
        {members.rows.map(row => (
          <li key={row.memberId}>
            <span className="split">
              <Link to={`/patients/${row.patientId}`}>{row.patientName}</Link>
              <span className="small">{`${row.villageName} · ${daysIn(row)}`}</span>
            </span>
            <p className="small">{whyIn(row)}</p>
          </li>
        ))}
      </ul>
      <More pages={members} />
    </Card>
  );
}
