import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { yuan, yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { BATCH_STEPS, ENTITLEMENT_STATES, PAY_CHANNEL_CODES, PAY_CHANNELS, type BatchStep } from '@guanhu/shared/payouts/payouts.terms';
import { minuteInChina } from '@guanhu/shared/rights/exports.rules';
import type { PrintDocument } from '../platform/print/print-document.ts';
import { writeWorkbook, type Yuan } from '../platform/workbook/write-workbook.ts';

/** The three who answer for a batch with their names. */
const HANDS = ['prepared', 'checked', 'released'] as const satisfies readonly BatchStep[];

type Row = BatchDetail['entitlements'][number];
type Column = {
  readonly head: string;
  readonly share: number;
  readonly of: (row: Row, n: number) => string | number;
};
/** A column of money stands to the right, is a number in the workbook, and is added up below. */
type MoneyColumn = { readonly head: string; readonly share: number; readonly fenOf: (row: Row) => number };
const COLUMNS: readonly (Column | MoneyColumn)[] = [
  { head: '序号', share: 1.3, of: (_, n) => n + 1 },
  { head: '监护人', share: 2, of: row => row.guardianName },
  { head: '村', share: 2.6, of: row => row.villageName },
  { head: '协议编号', share: 3.7, of: row => row.agreementNumber },
  { head: '起', share: 2.4, of: row => row.from },
  { head: '止', share: 2.4, of: row => row.to },
  { head: '应发（元）', share: 2.2, fenOf: row => row.fullFen },
  { head: '实发（元）', share: 2.2, fenOf: row => row.amountFen },
  { head: '渠道', share: 1.7, of: row => PAY_CHANNELS[row.channel] },
  { head: '状态', share: 1.9, of: row => ENTITLEMENT_STATES[row.state] },
];

export const reportTitle = ({ townshipName, title }: BatchDetail): string => `${townshipName} ${title} 发放对账表`;

const lastStepAt = ({ steps, preparedAt }: BatchDetail): string => steps.at(-1)?.at ?? preparedAt;
const isMoney = (column: Column | MoneyColumn): column is MoneyColumn => 'fenOf' in column;
const rowsOf = ({ entitlements }: BatchDetail): (string | number | Yuan)[][] =>
  entitlements.map((row, n) => COLUMNS.map(column => (isMoney(column) ? { yuan: yuan(column.fenOf(row)) } : column.of(row, n))));
/** The last line of the table: how many, and every sum under its column. */
const totalsOf = ({ entitlements, people }: BatchDetail): (string | Yuan | null)[] =>
  COLUMNS.map((column, at) => {
    if (isMoney(column)) return { yuan: yuan(entitlements.reduce((sum, row) => sum + column.fenOf(row), 0)) };
    return at === 0 ? '合计' : at === 1 ? `${String(people)} 人` : null;
  });
const printed = (cell: string | number | Yuan | null): string => (cell === null ? '' : typeof cell === 'object' ? cell.yuan : String(cell));
const handsOf = ({ steps }: BatchDetail) =>
  HANDS.map(step => {
    const one = steps.find(each => each.step === step);
    return { name: BATCH_STEPS[step], by: one?.by ?? null, at: one ? minuteInChina(new Date(one.at)) : null };
  });

/** The workbook that finance files. `mark` says who took it. */
export function reportWorkbook(batch: BatchDetail, mark: string): Buffer {
  const last = COLUMNS.length - 1;
  const rows = [[reportTitle(batch)], COLUMNS.map(column => column.head), ...rowsOf(batch), totalsOf(batch)];
  const hands = handsOf(batch).map(({ name, by, at }) => [name, by, at, '签名：', ...COLUMNS.slice(4).map(() => null)]);
  return writeWorkbook(
    {
      name: '对账表',
      cells: [...rows, ...hands],
      merges: [
        { top: 0, left: 0, bottom: 0, right: last },
        ...hands.map((_, at) => ({ top: rows.length + at, left: 3, bottom: rows.length + at, right: last })),
      ],
      headRows: 2,
    },
    mark,
  );
}

/** The same on A4 lying, so that no number is broken, with a place for each of the three to sign. */
export function reportDocument(batch: BatchDetail, mark: string, today: CalendarDate): PrintDocument {
  const ways = PAY_CHANNEL_CODES.flatMap(channel => {
    const rows = batch.entitlements.filter(row => row.channel === channel);
    const fen = rows.reduce((sum, row) => sum + row.amountFen, 0);
    return rows.length === 0 ? [] : [`${PAY_CHANNELS[channel]} ${String(rows.length)} 笔 ${yuanGrouped(fen)} 元`];
  });
  return {
    isWide: true,
    title: reportTitle(batch),
    number: `${batch.officeName} · ${today}`,
    blocks: [
      {
        kind: 'paragraph',
        plain: true,
        text:
          `共 ${String(batch.people)} 人，合计 ${yuanGrouped(batch.totalFen)} 元；其中${ways.join('，')}。` +
          `已到账 ${String(batch.paid)} 笔，未成功 ${String(batch.failed)} 笔。`,
      },
      {
        kind: 'table',
        columns: COLUMNS.map(column => ({
          head: column.head,
          share: column.share,
          ...(isMoney(column) ? { align: 'right' as const } : {}),
        })),
        rows: [...rowsOf(batch), totalsOf(batch)].map(row => row.map(printed)),
      },
      {
        kind: 'signatures',
        sides: handsOf(batch).map(({ name, by, at }) => ({
          heading: `${name}：${by ?? '（未办）'}`,
          lines: [at ?? ' ', ' ', '签名：＿＿＿＿＿＿', '日期：＿＿＿＿＿＿'],
          ink: null,
        })),
      },
    ],
    footer: [mark],
    at: new Date(lastStepAt(batch)),
  };
}
