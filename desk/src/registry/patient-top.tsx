import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { DIAGNOSES, type Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { useRead } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { dayInWords, nearDayInWords, todayInChina } from '../ui/words.ts';
import { whatIsDue, type Due } from './what-is-due.ts';

const DUE_TONES: Readonly<Record<Due['when'], Tone>> = { late: 'danger', soon: 'warn', ahead: 'plain' };
const DUE_SAYS: Readonly<Record<Due['when'], string>> = { late: '已超期', soon: '该办了', ahead: '未到期' };

/** Above every tab: the facts that are asked for most, what is due, and the eight telephones. */
export function PatientTop({ file }: { file: PatientFile }) {
  const params = { patientId: file.patientId };
  const standing = useRead(readStanding, { params }).data;
  const medicine = useRead(readMedication, { params }, { enabled: useMay('regimen:read') }).data;
  const due = whatIsDue(standing, medicine, todayInChina());
  const said = (value: string | undefined | null) => value ?? <span className="muted">还没有</span>;
  return (
    <Card title="要点">
      <Facts
        of={[
          [
            '状态',
            <Tag key="state" tone={file.state === 'inCare' ? 'calm' : 'plain'}>
              {PATIENT_STATES[file.state]}
            </Tag>,
          ],
          ['诊断', file.diagnosis === null ? '未登记' : DIAGNOSES[file.diagnosis as Diagnosis].label],
          ['危险性', said(typeof standing?.risk === 'number' ? `${standing.risk} 级` : null)],
          ['病情分类', said(standing?.stability ? STABILITIES[standing.stability].label : null)],
          ['管理档次', said(standing?.band?.label)],
          ['上次随访', dayInWords(standing?.lastVisitOn ?? null, '还没有')],
        ]}
      />
      {due.length > 0 && (
        <ul className="due-strip" aria-label="要办的事">
          {due.map(({ what, dueOn, when }) => (
            <li key={what}>
              <span>{what}</span>
              <span className="small nowrap">{nearDayInWords(dueOn)} 前</span>
              <Tag tone={DUE_TONES[when]}>{DUE_SAYS[when]}</Tag>
            </li>
          ))}
        </ul>
      )}
      <Calls patientId={file.patientId} />
    </Card>
  );
}

/** One tap to each of the eight posts; a post that nobody holds, or whose holder has no number, says so. */
function Calls({ patientId }: { patientId: string }) {
  const team = useRead(readTeam, { params: { patientId } }).data;
  if (!team) return null;
  return (
    <ul className="calls" aria-label="打电话给专班">
      {team.seats.map(({ seat, label, holders }) => (
        <li key={seat}>
          <span className="small">{label}</span>
          {holders.length === 0 && <span className="muted">空缺</span>}
          {holders.map(({ personId, name, phone }) =>
            phone === null ? (
              <span key={personId}>{name}（没有电话）</span>
            ) : (
              <a key={personId} href={`tel:${phone}`} title={phone}>
                {name}
              </a>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}
