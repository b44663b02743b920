import { listPatientPeriods } from '@guanhu/shared/visits/special-period.routes';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { daysIn, whyIn } from './why-in.ts';

/** In which special periods the patient was, from when to when, and where they stood when they came in. */
export function PatientPeriodsCard({ patientId }: { patientId: string }) {
  const periods = useRead(listPatientPeriods, { params: { patientId } });
  return (
    <Card title="特殊时期">
      <Answered of={periods}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sub">没有列入过特殊时期。</p>
          ) : (
            <ul className="plain-list">
              {rows.map(row => (
                <li key={`${row.periodId}${row.enteredOn}${row.band?.key ?? ''}`}>
                  <strong>{daysIn(row)}</strong>
                  {`\u3000${row.areaName}：${row.reason}`}
                  <p className="small">{whyIn(row)}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}
