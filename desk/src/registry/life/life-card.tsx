import { CARE_PARTS } from '@guanhu/shared/agenda/care-part.rules';
import type { LifeEvent } from '@guanhu/shared/registry/patient-life.contract';
import { readLife } from '@guanhu/shared/registry/patient-life.routes';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { DEATH_CAUSES, FATAL_ILLNESSES, LOST_REASONS } from '@guanhu/shared/visits/visits.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages, useRead } from '../../app/queries.ts';
import { Card, Facts, More } from '../../ui/columns.tsx';
import { Answered } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { dayInWords } from '../../ui/words.ts';
import { ChangeState } from './change-state.tsx';

/** Where the life stands, what goes on because of it, and how it came there. */
export function LifeCard({ patientId }: { patientId: string }) {
  const life = useRead(readLife, { params: { patientId } });
  const turns = usePages(readLife, { params: { patientId } });
  return (
    <Answered of={life}>
      {({ state, since, care, mayBecome, letter }) => (
        <Card title="状态" actions={mayBecome.length > 0 && <ChangeState patientId={patientId} from={state} mayBecome={mayBecome} />}>
          <Facts
            of={[
              [
                '现在',
                <Tag key="state" tone={state === 'inCare' ? 'calm' : 'plain'}>
                  {PATIENT_STATES[state]}
                </Tag>,
              ],
              ['从哪天起', dayInWords(since, '建档起')],
              ['正在进行', care.length === 0 ? '已结束全部工作' : care.map(part => CARE_PARTS[part]).join('、')],
            ]}
          />
          {letter !== null && (
            <p>
              <Link to={`/patients/${patientId}/letter`}>
                <Button>{`交接函 ${letter}`}</Button>
              </Link>
            </p>
          )}
          {turns.rows !== undefined && turns.rows.length > 0 && (
            <ul className="plain-list" aria-label="状态变更">
              {turns.rows.map(turn => (
                <li key={turn.changeId}>
                  <strong>{dayInWords(turn.on)}</strong>&emsp;{PATIENT_STATES[turn.from]} → {PATIENT_STATES[turn.to]}
                  <div className="small">{wordsOf(turn)}</div>
                </li>
              ))}
            </ul>
          )}
          <More pages={turns} />
        </Card>
      )}
    </Answered>
  );
}

function wordsOf(turn: LifeEvent): string {
  const cause = turn.deathCause === null ? null : DEATH_CAUSES[turn.deathCause as keyof typeof DEATH_CAUSES];
  const illness = turn.fatalIllness === null ? '' : `（${FATAL_ILLNESSES[turn.fatalIllness as keyof typeof FATAL_ILLNESSES]}）`;
  const said = [
    turn.reason,
    turn.place,
    turn.expectedBack === null ? null : `预计 ${dayInWords(turn.expectedBack)} 回来`,
    turn.lostReason === null ? null : LOST_REASONS[turn.lostReason as keyof typeof LOST_REASONS],
    cause === null ? null : `死因：${cause}${illness}`,
    `${turn.by ?? ''}${turn.source === 'visit' ? '随访时记录' : '登记'}`,
  ];
  return said.filter(each => each !== null && each !== '').join(' · ');
}
