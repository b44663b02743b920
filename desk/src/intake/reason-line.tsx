import type { PreviewRow } from './patient-rows.ts';

const TONE = { refusal: 'var(--danger)', question: 'var(--warn)', notice: 'var(--ink2)' } as const;

/** Why, and where in the spreadsheet. */
export const ReasonLine = ({ reason }: { reason: PreviewRow['reasons'][number] }) => (
  <p className="small" style={{ color: TONE[reason.weight] }}>
    {reason.row > 0 && `${reason.sheet} 第 ${reason.row} 行${reason.column === '' ? '' : ` ${reason.column} 列`}：`}
    {reason.say}
  </p>
);
