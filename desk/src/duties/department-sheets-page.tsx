import { ORGANISATION_KINDS } from '@guanhu/shared/access/access.terms';
import type { DepartmentSheet, DepartmentSheets, DepartmentTotals } from '@guanhu/shared/duties/department-sheet.contract';
import { quarterDays, quarterOf } from '@guanhu/shared/duties/department-sheet.rules';
import { DUTY_STANDINGS, SHEET_MEASURES, type AssessedUnit, type DutyStanding } from '@guanhu/shared/duties/department-sheet.terms';
import { listDepartmentTotals, readDepartmentSheets } from '@guanhu/shared/duties/duties.routes';
import { addMonths } from '@guanhu/shared/kernel/calendar-date';
import { Button, Select, Table } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { usePages, useRead } from '../app/queries.ts';
import { useTownships } from '../app/use-townships.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Answered, Empty, Loading, Problem } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** How many quarters back can be asked about, the running one among them. */
const QUARTERS = 8;
const TONES: Readonly<Record<DutyStanding, Tone>> = { fulfilled: 'calm', lacking: 'danger', running: 'warn', nothing: 'plain' };

const quarterInWords = (quarter: string): string => `${quarter.slice(0, 4)}年第${quarter.slice(6)}季度`;
const totalInWords = ({ total }: Pick<DepartmentSheet, 'total'>): string => (total ? `${String(total.got)} / ${String(total.most)}` : '—');

/** 部门考核表: how each office of a township did its part in a quarter, and what every point was told from; of several townships, all at a glance first. */
export function DepartmentSheetsPage() {
  const townships = useTownships('duty:read');
  const [chosen, setChosen] = useFilter('area');
  const [asked, setQuarter] = useFilter('quarter');
  const [first, setFirst] = useState<AssessedUnit>();
  const townshipId = chosen ?? (townships?.length === 1 ? townships[0]?.areaId : undefined);
  const today = todayInChina();
  const quarter = asked ?? quarterOf(today);
  const sheets = useRead(readDepartmentSheets, { query: { townshipId: townshipId ?? '', quarter } }, { enabled: townshipId !== undefined });
  const open: OpenSheet = (area, unit) => {
    setFirst(unit);
    setChosen(area);
  };
  const place = townshipId === undefined ? '各乡镇' : (sheets.data?.townshipName ?? '');
  return (
    <Detail
      over="会议与督办"
      title={`${place}部门考核\u3000${quarterInWords(quarter)}`}
      actions={
        <>
          {townships !== undefined && townships.length > 1 && (
            <Select
              aria-label="乡镇"
              value={townshipId ?? ''}
              onChange={value => setChosen(value === '' ? undefined : value)}
              options={[{ value: '', label: '各乡镇' }, ...townships.map(area => ({ value: area.areaId, label: area.name }))]}
              style={{ minWidth: 140 }}
            />
          )}
          <Select
            aria-label="哪个季度"
            value={quarter}
            onChange={setQuarter}
            options={Array.from({ length: QUARTERS }, (_, back) => quarterOf(addMonths(today, -3 * back))).map(value => ({
              value,
              label: quarterInWords(value),
            }))}
            style={{ minWidth: 160 }}
          />
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      {townships?.length === 0 && (
        <Card>
          <Empty title="部门考核按乡镇看">您的岗位在村里，请向乡镇办公室要一份。</Empty>
        </Card>
      )}
      {townships !== undefined && townships.length > 1 && townshipId === undefined && <Townships quarter={quarter} onOpen={open} />}
      {townshipId !== undefined && (
        <Answered of={sheets}>
          {shown => (
            <>
              <Overview sheets={shown} />
              {shown.departments.map(one => (
                <Sheet key={one.unit} sheet={one} countersignDays={shown.countersignDays} isLookedFor={one.unit === first} />
              ))}
            </>
          )}
        </Answered>
      )}
    </Detail>
  );
}

const says = (running: boolean): string =>
  `从系统里已有的记录自动统计，考核的是部门办事及时不及时，不评价任何服务对象。没有发生的项目不算分。${running ? '本季度还没有过完，没到期的不算。' : ''}分数供会上讨论，不自动决定任何事。`;

/** As narrow as its words: ten departments stand beside one another, and on paper too. */
const BARE = { padding: 0, height: 'auto', minHeight: 36 } as const;

type OpenSheet = (townshipId: string, unit: AssessedUnit | undefined) => void;

/** Every township's departments in one table, in the order of the places; a number opens the sheet that it comes from. */
function Townships({ quarter, onOpen }: { quarter: string; onOpen: OpenSheet }) {
  const pages = usePages(listDepartmentTotals, { query: { quarter } });
  if (!pages.rows) return pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />;
  const units = pages.rows[0]?.totals.map(({ unit }) => unit) ?? [];
  return (
    <Card title="各乡镇各部门">
      <p className="small">{says(quarterDays(quarter).to >= todayInChina())}点分数看是怎么算的。</p>
      <Table
        size="small"
        rowKey="townshipId"
        pagination={false}
        dataSource={[...pages.rows]}
        columns={[
          {
            title: '乡镇',
            key: 'township',
            render: (_, { townshipId, townshipName }) => (
              <Button type="link" style={BARE} onClick={() => onOpen(townshipId, undefined)}>
                {townshipName}
              </Button>
            ),
          },
          ...units.map(unit => ({
            title: ORGANISATION_KINDS[unit],
            key: unit,
            align: 'right' as const,
            render: (_: unknown, { townshipId, totals }: DepartmentTotals['rows'][number]) => {
              const total = totals.find(one => one.unit === unit)?.total;
              if (!total) return '—';
              return (
                <Button type="link" style={BARE} onClick={() => onOpen(townshipId, unit)}>
                  <span>
                    {total.got}
                    <span className="small" style={{ display: 'block' }}>{`/ ${String(total.most)}`}</span>
                  </span>
                </Button>
              );
            },
          })),
        ]}
      />
      <More pages={pages} />
    </Card>
  );
}

const share = ({ total }: DepartmentSheet): number => (total ? total.got / total.most : 2);

const Overview = ({ sheets: { departments, running } }: { sheets: DepartmentSheets }) => (
  <Card title="各部门">
    <p className="small">{says(running)}</p>
    {departments.length === 0 ? (
      <p className="sub">政策里没有给任何部门定分值。</p>
    ) : (
      <Table
        size="small"
        rowKey="unit"
        pagination={false}
        dataSource={[...departments].sort((a, b) => share(a) - share(b))}
        columns={[
          { title: '部门', key: 'unit', render: (_, { unit }) => ORGANISATION_KINDS[unit] },
          { title: '得分 / 满分', key: 'total', align: 'right', render: (_, sheet) => totalInWords(sheet) },
          { title: '要改进的', key: 'lacking', render: (_, sheet) => lackingWords(sheet) },
        ]}
      />
    )}
  </Card>
);

function lackingWords({ lines, total }: DepartmentSheet): string {
  const lacking = lines.filter(({ done, of }) => done < of).map(({ measure }) => SHEET_MEASURES[measure].label);
  return lacking.length > 0 ? lacking.join('、') : total ? '都按时' : '没有发生';
}

type SheetProps = { sheet: DepartmentSheet; countersignDays: number; isLookedFor: boolean };

/** One office: every line with what it was counted from, and below it the duties that it leads. The one that was chosen is moved into view. */
function Sheet({ sheet, countersignDays, isLookedFor }: SheetProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isLookedFor) place.current?.scrollIntoView();
  }, [isLookedFor]);
  return (
    <div ref={place}>
      <SheetCard sheet={sheet} countersignDays={countersignDays} />
    </div>
  );
}

const SheetCard = ({ sheet, countersignDays }: Omit<SheetProps, 'isLookedFor'>) => (
  <Card title={`${ORGANISATION_KINDS[sheet.unit]}\u3000${sheet.total ? `${totalInWords(sheet)} 分` : '没有发生'}`}>
    <Table
      size="small"
      rowKey="measure"
      pagination={false}
      dataSource={[...sheet.lines]}
      columns={[
        {
          title: '项目',
          key: 'measure',
          render: (_, { measure, missed }) => (
            <>
              {SHEET_MEASURES[measure].label}
              <p className="small">
                {SHEET_MEASURES[measure].says}
                {measure === 'countersigns' && `期限 ${String(countersignDays)} 天。`}
              </p>
              {missed.length > 0 && <p className="small">{`没有按时的期限：${missed.map(day => dayInWords(day)).join('、')}`}</p>}
            </>
          ),
        },
        { title: '按时 / 应办', key: 'count', width: 110, align: 'right', render: (_, { done, of }) => `${String(done)} / ${String(of)}` },
        {
          title: '得分 / 满分',
          key: 'points',
          width: 110,
          align: 'right',
          render: (_, { got, points }) => (got === null ? '没有发生' : `${String(got)} / ${String(points)}`),
        },
      ]}
    />
    {sheet.duties.length > 0 && (
      <ul className="plain-list">
        {sheet.duties.map(({ id, duty, from, to, standing }) => (
          <li key={`${id}${from}`} className="split">
            <span>
              {duty}
              <span className="small">{`\u3000${dayInWords(from)}至${dayInWords(to)}`}</span>
            </span>
            <Tag tone={TONES[standing]}>{DUTY_STANDINGS[standing]}</Tag>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
