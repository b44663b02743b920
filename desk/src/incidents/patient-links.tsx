import { Link } from 'react-router';
import { useMay, useMayByPost } from '../app/use-me.ts';
import { Card } from '../ui/columns.tsx';

/** What can begin from somebody's file: a stay in hospital, a search, a backward review. */
export function AfterIncidentLinks({ patientId }: { patientId: string }) {
  const may = { admit: useMayByPost('admission:record'), search: useMay('missing:record'), lookBack: useMayByPost('look-back:make') };
  if (!may.admit && !may.search && !may.lookBack) return null;
  return (
    <Card title="住院、走失">
      <ul className="plain-list">
        {may.admit && (
          <li>
            <Link to={`/after-incidents/admissions/new/${patientId}`}>登记住院</Link>
          </li>
        )}
        {may.search && (
          <li>
            <Link to={`/after-incidents/missing/new/${patientId}`}>登记走失</Link>
          </li>
        )}
        {may.lookBack && (
          <li>
            <Link to={`/after-incidents/look-backs/new/${patientId}`}>倒查</Link>
          </li>
        )}
      </ul>
    </Card>
  );
}
