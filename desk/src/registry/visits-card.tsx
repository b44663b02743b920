import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { VISIT_RESULTS, VISIT_STATES } from '@guanhu/shared/visits/visits.terms';
import { listVisits } from '@guanhu/shared/visits/visits.routes';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { Card, More } from '../ui/columns.tsx';
import { Loading, Problem } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** The visits so far, newest first. */
export function VisitsCard({ patientId }: { patientId: string }) {
  const pages = usePages(listVisits, { params: { patientId } });
  return (
    <Card title="随访记录">
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">还没有随访。网格员和医生在手机上签到、记录以后出现在这里。</p>}
      <ul className="plain-list">
        {pages.rows?.map(visit => (
          <li key={visit.visitId} className="split">
            <span>
              <Link to={`/patients/${patientId}/visits/${visit.visitId}`}>{instantInWords(visit.at)}</Link>&emsp;{SEAT_LABELS[visit.seat]}
              <span className="small">
                {visit.risk !== null && `\u3000危险性 ${visit.risk} 级`}
                {visit.stability !== null && `\u3000${STABILITIES[visit.stability].label}`}
              </span>
            </span>
            {visit.flags.length > 0 && <Tag tone="warn">{`${visit.flags.length} 条提示`}</Tag>}
            <Tag tone={visit.result === 'done' ? 'calm' : 'plain'}>
              {visit.result === null ? VISIT_STATES[visit.state] : VISIT_RESULTS[visit.result]}
            </Tag>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}
