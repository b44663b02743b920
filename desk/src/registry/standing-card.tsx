import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { RISK_MEANINGS } from '@guanhu/shared/assessment/assessment.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { bandWords } from '../assessment/assessment-words.ts';
import { BandProposal } from '../assessment/band-proposal.tsx';
import { useRead } from '../app/queries.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

/** Risk, class and band in words, and who visits when. */
export function StandingCard({ patientId }: { patientId: string }) {
  const standing = useRead(readStanding, { params: { patientId } });
  return (
    <Card title="评估与随访安排">
      <Answered of={standing}>
        {({ risk, riskOn, stability, stabilityOn, band, explained, calmerBand, lastVisitOn, lastIncidentOn, dues }) => (
          <>
            <Facts
              of={[
                ['危险性', risk === null ? '还没有评估' : `${risk} 级（${dayInWords(riskOn)}）`],
                ['病情分类', stability === null ? '还没有分类' : `${STABILITIES[stability].label}（${dayInWords(stabilityOn)}）`],
                ['管理档次', band?.label ?? '还没有定'],
                ['上次随访', dayInWords(lastVisitOn, '还没有')],
                ['上次发生情况', dayInWords(lastIncidentOn, '没有')],
              ]}
            />
            {risk !== null && <p className="small">{`危险性 ${risk} 级：${RISK_MEANINGS[risk]}`}</p>}
            {explained && <p className="small">{bandWords(explained)}</p>}
            {calmerBand && <BandProposal patientId={patientId} calmer={calmerBand} />}
            {dues.length > 0 && (
              <ul className="plain-list" aria-label="下次随访">
                {dues.map(due => (
                  <li key={due.seat} className="split">
                    <span>
                      {SEAT_LABELS[due.seat]}：{dayInWords(due.dueOn)} 前
                    </span>
                    {due.overdue && <Tag tone="warn">已超期</Tag>}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answered>
    </Card>
  );
}
