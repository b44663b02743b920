import type { AreaList } from '@guanhu/shared/access/access.contract';
import { listAreas } from '@guanhu/shared/access/access.routes';
import type { IndicatorPlace, IndicatorsAnswer } from '@guanhu/shared/indicators/indicators.contract';
import { readIndicators } from '@guanhu/shared/indicators/indicators.routes';
import {
  GRADED_QUESTIONS,
  INCIDENT_COUNTS,
  INCIDENT_COUNT_KEYS,
  QUESTIONS,
  QUESTION_KEYS,
  type GradedQuestion,
  type IndicatorQuestion,
} from '@guanhu/shared/indicators/indicators.terms';
import { Button, Select, Table } from 'antd';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMay, useMayByPost, useMe } from '../app/use-me.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { instantInWords, todayInChina } from '../ui/words.ts';
import { QuestionSelect } from './question-select.tsx';
import { BehindCard } from './behind-card.tsx';
import { monthInWords, monthsBefore, partsInWords, shareInWords } from './indicator-words.ts';
import { Residents } from './residents.tsx';
import { TrendChart } from './trend-chart.tsx';
import './indicators.css';

/** How far back months can be asked about. */
const MONTHS_BACK = 36;
const questionNamed = (text: string | undefined): IndicatorQuestion | undefined => QUESTION_KEYS.find(key => key === text);

/** The indicators of an area and of the places inside, month by month. */
export function IndicatorsPage() {
  const [areaId, setArea] = useFilter('area');
  const [asked, setMonth] = useFilter('month');
  const month = asked ?? todayInChina().slice(0, 7);
  const answer = useRead(readIndicators, { query: { month, ...(areaId === undefined ? {} : { areaId }) } });
  const areas = useRead(listAreas).data?.rows ?? [];
  const mine = areasWith(useMe(), 'indicator:read');
  const open = areas.filter(area => isWithin(areas, area.areaId, mine));
  const writesResidents = useMayByPost('policy:write');
  return (
    <div className="place one">
      <main>
        <Detail
          over="指标"
          title={answer.data ? `${answer.data.own.name}\u3000${monthInWords(answer.data.month)}` : '指标'}
          actions={
            <>
              <Select
                aria-label="看哪里"
                showSearch={{ optionFilterProp: 'label' }}
                style={{ minWidth: 180 }}
                value={answer.data?.own.areaId ?? null}
                onChange={setArea}
                options={open.map(area => ({ value: area.areaId, label: area.name }))}
              />
              <Select
                aria-label="哪个月"
                style={{ minWidth: 120 }}
                value={month}
                onChange={setMonth}
                options={monthsBefore(todayInChina().slice(0, 7), MONTHS_BACK).map(value => ({ value, label: monthInWords(value) }))}
              />
              <Button onClick={() => window.print()}>打印</Button>
              {writesResidents && answer.data && <Residents villages={villagesIn(areas, answer.data.own.areaId)} />}
            </>
          }
        >
          <Answered of={answer}>{shown => <Numbers answer={shown} onArea={setArea} />}</Answered>
        </Detail>
      </main>
    </div>
  );
}

type Areas = AreaList['rows'];
/** Whether an area is one of these, or inside one. */
function isWithin(areas: Areas, areaId: string | null, roots: readonly string[]): boolean {
  if (areaId === null) return false;
  return roots.includes(areaId) || isWithin(areas, areas.find(area => area.areaId === areaId)?.parentId ?? null, roots);
}
const villagesIn = (areas: Areas, areaId: string): Areas =>
  areas.filter(area => area.kind === 'village' && isWithin(areas, area.areaId, [areaId]));

function Numbers({ answer, onArea }: { answer: IndicatorsAnswer; onArea: (areaId: string) => void }) {
  const [chosen, setQuestion] = useFilter('question');
  const [listed, setListed] = useFilter('show');
  const [side, setSide] = useFilter('side');
  const mayList = useMay('patient:read');
  const question = questionNamed(chosen) ?? 'management';
  const behind = questionNamed(listed);
  return (
    <>
      <Card title="主要指标">
        <p className="small">{countedWords(answer)}</p>
        <Table
          size="small"
          rowKey="key"
          pagination={false}
          scroll={{ x: 640 }}
          dataSource={QUESTION_KEYS.map(key => ({ key }))}
          columns={[
            { title: '指标', key: 'label', render: (_, { key }) => QUESTIONS[key].label },
            { title: '数值', key: 'share', align: 'right', render: (_, { key }) => shareInWords(key, answer.own.values[key]) },
            { title: '分子 / 分母', key: 'parts', align: 'right', render: (_, { key }) => partsInWords(answer.own.values[key]) },
            { title: '目标', key: 'target', align: 'right', render: (_, { key }) => targetWords(answer, key) },
            {
              title: '达标',
              key: 'reached',
              render: (_, { key }) =>
                isBelow(answer.own, key) ? <Tag tone="warn">没到目标</Tag> : isHeld(answer, key) && <Tag tone="calm">到了</Tag>,
            },
            { title: '怎么算的', key: 'says', render: (_, { key }) => <span className="small">{QUESTIONS[key].says}</span> },
            ...(mayList
              ? [
                  {
                    title: '名单',
                    key: 'list',
                    className: 'no-print',
                    render: (_: unknown, { key }: { key: IndicatorQuestion }) => (
                      <Button type="link" onClick={() => setListed(key)}>
                        {key === 'detection' ? '在册的人' : '没做到的人'}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {mayList && behind !== undefined && (
        <BehindCard
          areaId={answer.own.areaId}
          question={behind}
          side={behind === 'detection' || side === 'holds' ? 'holds' : 'lacks'}
          onSide={setSide}
        />
      )}
      <Card title={`走势：${QUESTIONS[question].label}`} actions={<QuestionSelect question={question} onChange={setQuestion} />}>
        <TrendChart question={question} months={answer.trend} target={answer.targets[question as GradedQuestion]} />
        {answer.targets[question as GradedQuestion] !== undefined && (
          <p className="small">{`虚线是目标 ${targetWords(answer, question)}`}</p>
        )}
        <Table
          size="small"
          rowKey="month"
          pagination={false}
          dataSource={[...answer.trend].reverse()}
          locale={{ emptyText: '还没有统计过' }}
          columns={[
            { title: '月份', key: 'month', render: (_, row) => monthInWords(row.month) },
            {
              title: QUESTIONS[question].label,
              key: 'share',
              align: 'right',
              render: (_, row) => shareInWords(question, row.values[question]),
            },
            { title: '分子 / 分母', key: 'parts', align: 'right', render: (_, row) => partsInWords(row.values[question]) },
          ]}
        />
      </Card>
      {answer.places.length > 0 && <Places places={answer.places} onArea={onArea} />}
      <Incidents answer={answer} />
      {answer.places.length > 0 && <Sheet places={answer.places} />}
    </>
  );
}

const countedWords = ({ countedAt, hideBelow, month, formulas }: IndicatorsAnswer): string =>
  countedAt === null
    ? `${monthInWords(month)}没有统计过。`
    : `从年初累计，统计到 ${instantInWords(countedAt)}，每小时更新一次；公式第 ${String(formulas)} 版。少于 ${String(hideBelow)} 人的数字，只有能看名单的人看得到。`;

const targetWords = ({ targets }: IndicatorsAnswer, question: IndicatorQuestion): string => {
  const target = targets[question as GradedQuestion];
  return target === undefined ? '—' : `${String(target)}%`;
};
/** Whether a number is known here and there is a target to hold it against. */
const isHeld = ({ targets, own }: IndicatorsAnswer, question: IndicatorQuestion): boolean =>
  targets[question as GradedQuestion] !== undefined && own.values[question].numerator !== null;
const isBelow = ({ below }: IndicatorPlace, question: IndicatorQuestion): boolean => below.some(one => one === question);

const Places = ({ places, onArea }: { places: readonly IndicatorPlace[]; onArea: (areaId: string) => void }) => (
  <Card title="各地">
    <Table
      size="small"
      rowKey="areaId"
      pagination={false}
      scroll={{ x: 900 }}
      dataSource={[...places]}
      columns={[
        {
          title: '地方',
          dataIndex: 'name',
          fixed: 'left',
          render: (name: string, place) => (
            <Button type="link" style={{ padding: 0 }} onClick={() => onArea(place.areaId)}>
              {name}
            </Button>
          ),
        },
        {
          title: '在册',
          key: 'registered',
          align: 'right',
          render: (_, { values }) => values.management.denominator ?? '—',
        },
        ...QUESTION_KEYS.map(question => ({
          title: QUESTIONS[question].label,
          key: question,
          align: 'right' as const,
          render: (_: unknown, place: IndicatorPlace) => shareInWords(question, place.values[question]),
        })),
      ]}
    />
  </Card>
);

/** Times in the month, as police and doctors decided them. */
const Incidents = ({ answer: { own, places } }: { answer: IndicatorsAnswer }) => (
  <Card title="本月认定的危险行为（次）">
    <p className="small">由民警或医生认定，不是上报的次数；及时上报不扣分。</p>
    <Table
      size="small"
      rowKey="areaId"
      pagination={false}
      scroll={{ x: 640 }}
      dataSource={[own, ...places]}
      columns={[
        { title: '地方', dataIndex: 'name' },
        ...INCIDENT_COUNT_KEYS.map(kind => ({
          title: INCIDENT_COUNTS[kind],
          key: kind,
          align: 'right' as const,
          render: (_: unknown, place: IndicatorPlace) => place.incidents[kind] ?? '少',
        })),
      ]}
    />
  </Card>
);

/** 考核: points by the policy, the weakest first, and what to look into there. */
const Sheet = ({ places }: { places: readonly IndicatorPlace[] }) => (
  <Card title="考核与督查">
    <p className="small">按目标完成的比例得分，分值和目标由县里的政策定。分数供人讨论，不自动决定任何事。</p>
    <Table
      size="small"
      rowKey="areaId"
      pagination={false}
      dataSource={[...places].sort((a, b) => part(a) - part(b))}
      columns={[
        { title: '地方', dataIndex: 'name' },
        {
          title: '得分 / 满分',
          key: 'points',
          align: 'right',
          render: (_, { points }) => (points ? `${String(points.got)} / ${String(points.most)}` : '—'),
        },
        {
          title: '要督查的',
          key: 'below',
          // What is hidden or unknown is held against nothing, and nobody says that it was reached.
          render: (_, { below, points }) =>
            below.length === 0
              ? points
                ? '能评的都到了目标'
                : '人数少或没有数据，不评'
              : GRADED_QUESTIONS.filter(key => below.includes(key))
                  .map(key => QUESTIONS[key].label)
                  .join('、'),
        },
      ]}
    />
  </Card>
);
const part = ({ points }: IndicatorPlace): number => (points ? points.got / points.most : 2);
