import type { PreviewRow } from './patient-rows.ts';

const TONE = { refusal: 'var(--danger)', question: 'var(--warn)', notice: 'var(--ink2)' } as const;

type ReasonLineProps = {
  reason: PreviewRow['reasons'][number];
  /** The row it stands beside, whose place need not be said again. */
  beside?: Pick<PreviewRow, 'sheet' | 'row'>;
};

/** Why, and where in the spreadsheet. */
export const ReasonLine = ({ reason, beside }: ReasonLineProps) => (
  <p className="small" style={{ color: TONE[reason.weight] }}>
    {placeOf(reason, beside)}
    {reason.say}
  </p>
);

function placeOf({ sheet, row, column }: ReasonLineProps['reason'], beside: ReasonLineProps['beside']): string {
  const sameRow = beside?.sheet === sheet && beside.row === row;
  const words = [...(row > 0 && !sameRow ? [`${sheet} 第 ${row} 行`] : []), ...(column === '' ? [] : [`${column} 列`])];
  return words.length === 0 ? '' : `${words.join(' ')}：`;
}
