import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import type { MembershipsAnswer } from '@guanhu/shared/visits/special-period.contract';
import { listPatientPeriods } from '@guanhu/shared/visits/special-period.routes';
import { PERIOD_LEAVINGS } from '@guanhu/shared/visits/special-period.terms';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { dayInWords, spanInWords } from '../ui/words.ts';

type Row = MembershipsAnswer['rows'][number];

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
                  <strong>{row.leftOn === null ? `${dayInWords(row.enteredOn)} 起` : spanInWords(row.enteredOn, row.leftOn)}</strong>
                  {`\u3000${row.areaName}：${row.reason}`}
                  <p className="small">
                    {`列入原因：${whyIn(row)}`}
                    {row.leftWhy !== null && `；${PERIOD_LEAVINGS[row.leftWhy]}`}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

const whyIn = ({ band, risk, stability, lastIncidentOn }: Row): string =>
  [
    band?.label,
    risk === null ? undefined : `危险性 ${risk} 级`,
    stability === null ? undefined : STABILITIES[stability].label,
    lastIncidentOn === null ? undefined : `最近一次情况 ${dayInWords(lastIncidentOn)}`,
  ]
    .filter(part => part !== undefined)
    .join('，');
