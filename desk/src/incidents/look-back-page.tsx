import { TASK_KINDS } from '@guanhu/shared/agenda/agenda.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { CONDUCTS } from '@guanhu/shared/incidents/conduct.terms';
import { INCIDENT_KINDS } from '@guanhu/shared/incidents/incidents.terms';
import type { LookBackAnswer } from '@guanhu/shared/incidents/look-back.contract';
import { LOOK_BACK_CAUSES, TASK_FINDINGS, type TaskFinding } from '@guanhu/shared/incidents/look-back.rules';
import { readLookBack } from '@guanhu/shared/incidents/look-back.routes';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { VISIT_RESULTS } from '@guanhu/shared/visits/visits.terms';
import { Button, Table } from 'antd';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { Answered } from '../ui/states.tsx';
import { dayInWords, instantInWords, spanInWords } from '../ui/words.ts';

/** The word for a code that a record holds. */
const wordOf = (words: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '没有记录' : (words[code] ?? code);

/** What was due, done and missed, as it stood when somebody looked back. */
export function LookBackPage() {
  const { lookBackId = '' } = useParams();
  const lookBack = useRead(readLookBack, { params: { lookBackId } });
  return <Answered of={lookBack}>{answer => <Shown lookBack={answer} />}</Answered>;
}

function Shown({ lookBack }: { lookBack: LookBackAnswer }) {
  const { facts } = lookBack;
  return (
    <Detail
      over={`${lookBack.villageName} · ${instantInWords(lookBack.madeAt)} ${lookBack.madeByName ?? '系统自动'} 生成，之后不再变动`}
      title={`${lookBack.patientName} 倒查`}
      actions={
        <Button className="no-print" onClick={() => window.print()}>
          打印
        </Button>
      }
    >
      <Card title="范围">
        <Facts
          of={[
            ['服务对象', <FileLink patientId={lookBack.patientId}>{lookBack.patientName}</FileLink>],
            ['起因', LOOK_BACK_CAUSES[lookBack.cause]],
            ['起止', spanInWords(lookBack.from, lookBack.to)],
          ]}
        />
        <p className="small">只列事实，不作评价。</p>
      </Card>
      <Card title="应做和做了的工作">
        <Table
          size="small"
          rowKey="kind"
          pagination={false}
          dataSource={facts.tasks}
          locale={{ emptyText: '这段时间没有到期的工作' }}
          columns={[
            { title: '工作', key: 'kind', render: (_, row) => TASK_KINDS[row.kind] },
            ...(Object.keys(TASK_FINDINGS) as TaskFinding[]).map(finding => ({
              title: TASK_FINDINGS[finding],
              dataIndex: finding,
              align: 'right' as const,
            })),
          ]}
        />
      </Card>
      {facts.missed.length > 0 && (
        <Card title="到期未做">
          <ul className="plain-list">
            {facts.missed.map((one, index) => (
              <li key={index}>
                {dayInWords(one.dueOn)} {TASK_KINDS[one.kind]}
                <span className="small">
                  &emsp;{wordOf(SEAT_LABELS, one.seat)}，最晚 {dayInWords(one.overdueAfter)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="随访、服药、评估">
        <Facts
          of={[
            ['服药确认', `吃了 ${facts.medicine.taken} 天，没吃全 ${facts.medicine.partly} 天，没吃 ${facts.medicine.notTaken} 天`],
            ['体检', facts.exams.map(day => dayInWords(day)).join('、') || '没有'],
          ]}
        />
        <ul className="plain-list">
          {facts.visits.map((visit, index) => (
            <li key={`v${index}`}>
              {dayInWords(visit.on)} {wordOf(SEAT_LABELS, visit.seat)}随访：{wordOf(VISIT_RESULTS, visit.result)}
            </li>
          ))}
          {facts.ratings
            .filter(({ risk }) => risk !== null)
            .map((rating, index) => (
              <li key={`r${index}`}>
                {dayInWords(rating.on)} 危险性 {rating.risk} 级
              </li>
            ))}
          {facts.turns.map((turn, index) => (
            <li key={`t${index}`}>
              {dayInWords(turn.on)} {wordOf(PATIENT_STATES, turn.from)} → {wordOf(PATIENT_STATES, turn.to)}
            </li>
          ))}
        </ul>
      </Card>
      {facts.incidents.length > 0 && (
        <Card title="情况报告">
          <ul className="plain-list">
            {facts.incidents.map(one => (
              <li key={one.happenedAt}>
                {instantInWords(one.happenedAt)} {wordOf(INCIDENT_KINDS, one.kind)}
                <span className="small">
                  &emsp;{instantInWords(one.reportedAt)} 报告{one.conduct === null ? '' : `，认定：${wordOf(CONDUCTS, one.conduct)}`}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Detail>
  );
}
