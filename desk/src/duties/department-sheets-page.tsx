import { ORGANISATION_KINDS } from '@guanhu/shared/access/access.terms';
import { listAreas } from '@guanhu/shared/access/access.routes';
import type { DepartmentSheet, DepartmentSheets } from '@guanhu/shared/duties/department-sheet.contract';
import { quarterOf } from '@guanhu/shared/duties/department-sheet.rules';
import { DUTY_STANDINGS, SHEET_MEASURES, type DutyStanding } from '@guanhu/shared/duties/department-sheet.terms';
import { readDepartmentSheets } from '@guanhu/shared/duties/duties.routes';
import { addMonths } from '@guanhu/shared/kernel/calendar-date';
import { Button, Select, Table } from 'antd';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** How many quarters back can be asked about, the running one among them. */
const QUARTERS = 8;
const TONES: Readonly<Record<DutyStanding, Tone>> = { fulfilled: 'calm', lacking: 'danger', running: 'warn', nothing: 'plain' };

const quarterInWords = (quarter: string): string => `${quarter.slice(0, 4)}年第${quarter.slice(6)}季度`;
const totalInWords = ({ total }: DepartmentSheet): string => (total ? `${String(total.got)} / ${String(total.most)}` : '—');

/** 部门考核表: how each office of a township did its part in a quarter, and what every point was told from. */
export function DepartmentSheetsPage() {
  const mine = areasWith(useMe(), 'duty:read');
  const areas = useRead(listAreas).data?.rows ?? [];
  const townships = areas.filter(
    area => area.kind === 'township' && (mine.includes(area.areaId) || (area.parentId !== null && mine.includes(area.parentId))),
  );
  const [chosen, setChosen] = useFilter('area');
  const [asked, setQuarter] = useFilter('quarter');
  const townshipId = chosen ?? townships[0]?.areaId;
  const today = todayInChina();
  const quarter = asked ?? quarterOf(today);
  const sheets = useRead(readDepartmentSheets, { query: { townshipId: townshipId ?? '', quarter } }, { enabled: townshipId !== undefined });
  return (
    <Detail
      over="会议与督办"
      title={sheets.data ? `${sheets.data.townshipName}部门考核\u3000${quarterInWords(sheets.data.quarter)}` : '部门考核'}
      actions={
        <>
          {townships.length > 1 && (
            <Select
              aria-label="乡镇"
              value={townshipId ?? null}
              onChange={setChosen}
              options={townships.map(area => ({ value: area.areaId, label: area.name }))}
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
      {townshipId === undefined && areas.length > 0 && (
        <Card>
          <Empty title="部门考核按乡镇看">您的岗位在村里，请向乡镇办公室要一份。</Empty>
        </Card>
      )}
      {townshipId !== undefined && (
        <Answered of={sheets}>
          {shown => (
            <>
              <Overview sheets={shown} />
              {shown.departments.map(one => (
                <Sheet key={one.unit} sheet={one} countersignDays={shown.countersignDays} />
              ))}
            </>
          )}
        </Answered>
      )}
    </Detail>
  );
}

const share = ({ total }: DepartmentSheet): number => (total ? total.got / total.most : 2);

const Overview = ({ sheets: { departments, running } }: { sheets: DepartmentSheets }) => (
  <Card title="各部门">
    <p className="small">
      {`从系统里已有的记录自动统计，考核的是部门办事及时不及时，不评价任何服务对象。没有发生的项目不算分。${running ? '本季度还没有过完，没到期的不算。' : ''}分数供会上讨论，不自动决定任何事。`}
    </p>
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

/** One office: every line with what it was counted from, and below it the duties that it leads. */
const Sheet = ({ sheet, countersignDays }: { sheet: DepartmentSheet; countersignDays: number }) => (
  <Card title={`${ORGANISATION_KINDS[sheet.unit]}\u3000${totalInWords(sheet)} 分`}>
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
