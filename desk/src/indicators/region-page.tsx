import type { RegionAnswer } from '@guanhu/shared/indicators/indicators.contract';
import { readRegion } from '@guanhu/shared/indicators/indicators.routes';
import { QUESTIONS, QUESTION_KEYS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import { Button, Select, Table } from 'antd';
import { useRead } from '../app/queries.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { instantInWords, todayInChina } from '../ui/words.ts';
import { QuestionSelect } from './question-select.tsx';
import { monthInWords, monthsBefore, partsInWords, shareInWords } from './indicator-words.ts';
import { TrendChart } from './trend-chart.tsx';
import './indicators.css';

/** How far back months can be asked about. */
const MONTHS_BACK = 36;

/** The counties of a province or prefecture by the totals that each has published; there is nothing behind them to open. */
export function RegionPage() {
  const [asked, setMonth] = useFilter('month');
  const month = asked ?? todayInChina().slice(0, 7);
  const answer = useRead(readRegion, { query: { month } });
  return (
    <div className="place one">
      <main>
        <Detail
          over="各县指标"
          title={answer.data ? `${answer.data.name}\u3000${monthInWords(answer.data.month)}` : '各县指标'}
          actions={
            <>
              <Select
                aria-label="哪个月"
                style={{ minWidth: 120 }}
                value={month}
                onChange={setMonth}
                options={monthsBefore(todayInChina().slice(0, 7), MONTHS_BACK).map(value => ({ value, label: monthInWords(value) }))}
              />
              <Button onClick={() => window.print()}>打印</Button>
            </>
          }
        >
          <Answered of={answer}>{shown => <Numbers answer={shown} />}</Answered>
        </Detail>
      </main>
    </div>
  );
}

const Numbers = ({ answer }: { answer: RegionAnswer }) => (
  <>
    <Card title="各县">
      <p className="small">
        由各县自己汇总后公布，从年初累计，每小时更新一次。人数太少的数字各县不公布，也不在合计里。这里只到县，看不到乡镇、村和任何人。
      </p>
      <Counties answer={answer} />
    </Card>
    <Trend answer={answer} />
    <Card title="怎么算的">
      <dl className="facts">
        {QUESTION_KEYS.map(key => (
          <div key={key} className="wide">
            <dt>{QUESTIONS[key].label}</dt>
            <dd>{QUESTIONS[key].says}</dd>
          </div>
        ))}
      </dl>
    </Card>
  </>
);

type Row = {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  /** The number, and line by line below it what it was told from. */
  readonly cell: (question: IndicatorQuestion) => readonly [string, ...string[]];
};

/** Counties in rows, and what they tell together in the last one. */
function Counties({ answer: { counties, values, told, formulas } }: { answer: RegionAnswer }) {
  const rows: readonly Row[] = counties.map(({ name, published }, at) => ({
    key: String(at),
    name,
    note: published
      ? `${instantInWords(published.countedAt)}统计${published.formulas === formulas ? '' : `，公式第 ${String(published.formulas)} 版`}`
      : '这个月没有公布',
    cell: question => (published ? [shareInWords(question, published.values[question]), partsInWords(published.values[question])] : ['—']),
  }));
  const sum: Row = {
    key: 'sum',
    name: '合计',
    note: `共 ${String(counties.length)} 个县`,
    cell: question => [
      shareInWords(question, values[question]),
      ...(told[question] === 0 ? [] : [partsInWords(values[question]), `${String(told[question])} 个县`]),
    ],
  };
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ x: 960 }}
      dataSource={[...rows, sum]}
      columns={[
        {
          title: '县（市、区）',
          key: 'name',
          fixed: 'left',
          width: 140,
          render: (_, { name, note }) => (
            <>
              {name}
              <p className="small">{note}</p>
            </>
          ),
        },
        ...QUESTION_KEYS.map(question => ({
          title: QUESTIONS[question].label,
          key: question,
          align: 'right' as const,
          render: (_: unknown, { cell }: Row) => {
            const [share, ...below] = cell(question);
            return (
              <>
                {share}
                {below.map(line => (
                  <p key={line} className="small">
                    {line}
                  </p>
                ))}
              </>
            );
          },
        })),
      ]}
    />
  );
}

function Trend({ answer: { trend } }: { answer: RegionAnswer }) {
  const [chosen, setQuestion] = useFilter('question');
  const question = QUESTION_KEYS.find(key => key === chosen) ?? 'management';
  return (
    <Card title={`走势：${QUESTIONS[question].label}`} actions={<QuestionSelect question={question} onChange={setQuestion} />}>
      <TrendChart question={question} months={trend} target={undefined} />
      <Table
        size="small"
        rowKey="month"
        pagination={false}
        dataSource={[...trend].reverse()}
        locale={{ emptyText: '还没有县公布过' }}
        columns={[
          { title: '月份', key: 'month', render: (_, row) => monthInWords(row.month) },
          { title: '合计', key: 'share', align: 'right', render: (_, row) => shareInWords(question, row.values[question]) },
          { title: '分子 / 分母', key: 'parts', align: 'right', render: (_, row) => partsInWords(row.values[question]) },
          { title: '有几个县的数', key: 'told', align: 'right', render: (_, row) => row.told[question] },
        ]}
      />
    </Card>
  );
}
