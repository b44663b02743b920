import { addDays, isCalendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { RollCallBoard } from '@guanhu/shared/visits/special-period.contract';
import { listRollCallPersons, readRollCallBoard } from '@guanhu/shared/visits/special-period.routes';
import { ROLL_CALL_STATES, type RollCallState } from '@guanhu/shared/visits/special-period.terms';
import { Button, Table } from 'antd';
import { Link } from 'react-router';
import { usePages, useRead } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Empty, Loading, Problem } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, instantInWords, todayInChina } from '../ui/words.ts';

const TONES: Readonly<Record<RollCallState, Tone>> = { seen: 'calm', phoned: 'calm', unreachable: 'danger', missing: 'warn' };
const STATES = Object.keys(ROLL_CALL_STATES) as readonly RollCallState[];
/** How often the numbers of a running day are looked at again, milliseconds. */
const EVERY = 60_000;

/** The roll-call of a day: numbers by village for whoever answers for it, and the list for those who look after them. */
export function RollCallPage() {
  const today = todayInChina();
  const [asked, setDay] = useFilter('day');
  const on = asked !== undefined && isCalendarDate(asked) ? asked : today;
  const [villageId, setVillage] = useFilter('village');
  const mayRead = useMay('roll-call:read');
  const board = useRead(readRollCallBoard, { query: { on } }, on === today ? { every: EVERY } : {});
  return (
    <Detail
      over="特殊时期"
      title="每日点名"
      actions={
        <div className="day-steps">
          <Button onClick={() => setDay(addDays(on, -1))}>前一天</Button>
          <DayInput id="roll-call-day" value={on} max={today} onDay={setDay} />
          <Button disabled={on >= today} onClick={() => setDay(addDays(on, 1))}>
            后一天
          </Button>
        </div>
      }
    >
      <Answered of={board}>
        {answer =>
          answer.villages.length === 0 ? (
            <Card>
              <Empty title={`${dayInWords(on)}不用点名`}>这一天没有进行中的特殊时期，或时期里没有人。</Empty>
            </Card>
          ) : (
            <>
              <Villages board={answer} {...(mayRead ? { onVillage: setVillage } : {})} />
              {mayRead && <Persons on={on} villageId={villageId} />}
            </>
          )
        }
      </Answered>
    </Detail>
  );
}

const Villages = ({ board, onVillage }: { board: RollCallBoard; onVillage?: (villageId: string) => void }) => (
  <Card title="各村">
    <Table
      size="small"
      rowKey="villageId"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={board.villages}
      columns={[
        {
          title: '村(居)',
          dataIndex: 'villageName',
          render: (name: string, row) =>
            onVillage ? (
              <Button type="link" onClick={() => onVillage(row.villageId)}>
                {name}
              </Button>
            ) : (
              name
            ),
        },
        { title: '乡镇', dataIndex: 'townshipName' },
        { title: '要点名', dataIndex: 'asked', align: 'right' },
        ...STATES.map(state => ({ title: ROLL_CALL_STATES[state], dataIndex: state, align: 'right' as const })),
      ]}
    />
  </Card>
);

function Persons({ on, villageId }: { on: CalendarDate; villageId: string | undefined }) {
  const [state, setState] = useFilter('state');
  const wanted = STATES.find(one => one === state);
  const pages = usePages(listRollCallPersons, {
    query: { on, ...(villageId === undefined ? {} : { villageId }), ...(wanted === undefined ? {} : { state: wanted }) },
  });
  return (
    <Card
      title="名单"
      actions={
        <div className="actions">
          {STATES.map(one => (
            <Button key={one} type={one === wanted ? 'primary' : 'default'} onClick={() => setState(one === wanted ? undefined : one)}>
              {ROLL_CALL_STATES[one]}
            </Button>
          ))}
        </div>
      }
    >
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">没有这样的人。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <li key={row.patientId} className="split">
            <span>
              <Link to={`/patients/${row.patientId}`}>{row.patientName}</Link>
              <span className="small">{`\u3000${row.villageName}`}</span>
            </span>
            <span className="small">{row.mark && `${instantInWords(row.mark.at)} ${row.mark.by}`}</span>
            <Tag tone={TONES[row.state]}>{ROLL_CALL_STATES[row.state]}</Tag>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}
