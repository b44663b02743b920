import { shareOf, type Values } from '@guanhu/shared/indicators/indicators.rules';
import { QUESTIONS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import { monthInWords } from './indicator-words.ts';

type Month = { readonly month: string; readonly values: Values };
type TrendChartProps = { question: IndicatorQuestion; months: readonly Month[]; target: number | undefined };

const WIDTH = 640;
const HEIGHT = 200;
const [TOP, BOTTOM, LEFT] = [18, 26, 8];

/** A column a month; the table beside it says the same in numbers. Nothing is told by colour alone. */
export function TrendChart({ question, months, target }: TrendChartProps) {
  const { label, unit } = QUESTIONS[question];
  const shares = months.map(({ month, values }) => ({ month, share: shareOf(question, values[question]) }));
  const highest = Math.max(unit === '%' ? 100 : 1, ...shares.map(({ share }) => share ?? 0));
  const step = (WIDTH - LEFT * 2) / Math.max(1, shares.length);
  const y = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / highest);
  const words = shares.map(({ month, share }) => `${monthInWords(month)}${share === null ? '没有数字' : `${String(share)}${unit}`}`);
  return (
    <svg className="trend" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={`${label}：${words.join('，')}`}>
      <line className="axis" x1={LEFT} x2={WIDTH - LEFT} y1={y(0)} y2={y(0)} />
      {shares.map(({ month, share }, index) => {
        const x = LEFT + index * step;
        return (
          <g key={month}>
            {share !== null && (
              <>
                <rect className="bar" x={x + step * 0.2} width={step * 0.6} y={y(share)} height={Math.max(1, y(0) - y(share))} rx={3} />
                <text x={x + step / 2} y={y(share) - 5}>
                  {share}
                </text>
              </>
            )}
            <text x={x + step / 2} y={HEIGHT - 8}>{`${String(Number(month.slice(5)))}月`}</text>
          </g>
        );
      })}
      {target !== undefined && <line className="target" x1={LEFT} x2={WIDTH - LEFT} y1={y(target)} y2={y(target)} />}
    </svg>
  );
}
