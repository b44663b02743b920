import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { yuan, yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { BATCH_STEPS, ENTITLEMENT_STATES, PAY_CHANNEL_CODES, PAY_CHANNELS, type BatchStep } from '@guanhu/shared/payouts/payouts.terms';
import { minuteInChina } from '@guanhu/shared/rights/exports.rules';
import type { PrintDocument } from '../platform/print/print-document.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';

/** The three who answer for a batch with their names. */
const HANDS = ['prepared', 'checked', 'released'] as const satisfies readonly BatchStep[];

type Column = {
  readonly head: string;
  readonly share: number;
  readonly align?: 'right';
  readonly of: (row: BatchDetail['entitlements'][number], n: number) => string | number;
};
const COLUMNS: readonly Column[] = [
  { head: '序号', share: 1.3, of: (_, n) => n + 1 },
  { head: '监护人', share: 2, of: row => row.guardianName },
  { head: '村', share: 2.1, of: row => row.villageName },
  { head: '协议编号', share: 3.3, of: row => row.agreementNumber },
  { head: '起', share: 2.4, of: row => row.from },
  { head: '止', share: 2.4, of: row => row.to },
  { head: '应发（元）', share: 2.2, align: 'right', of: row => yuan(row.fullFen) },
  { head: '实发（元）', share: 2.2, align: 'right', of: row => yuan(row.amountFen) },
  { head: '渠道', share: 1.7, of: row => PAY_CHANNELS[row.channel] },
  { head: '状态', share: 1.9, of: row => ENTITLEMENT_STATES[row.state] },
];

export const reportTitle = ({ townshipName, title }: BatchDetail): string => `${townshipName} ${title} 发放对账表`;

const lastStepAt = ({ steps, preparedAt }: BatchDetail): string => steps.at(-1)?.at ?? preparedAt;
const rowsOf = ({ entitlements }: BatchDetail) => entitlements.map((row, n) => COLUMNS.map(column => column.of(row, n)));
const handsOf = ({ steps }: BatchDetail) =>
  HANDS.map(step => {
    const one = steps.find(each => each.step === step);
    return { name: BATCH_STEPS[step], by: one?.by ?? null, at: one ? minuteInChina(new Date(one.at)) : null };
  });

/** The workbook that finance files. `mark` says who took it. */
export function reportWorkbook(batch: BatchDetail, mark: string): Buffer {
  const blank = (words: string, ...more: (string | null)[]) => [words, ...more, ...COLUMNS.slice(1 + more.length).map(() => null)];
  return writeWorkbook(
    {
      name: '对账表',
      cells: [
        [reportTitle(batch)],
        COLUMNS.map(column => column.head),
        ...rowsOf(batch),
        blank('合计', `${String(batch.people)} 人`, `已到账 ${String(batch.paid)} 笔`, yuan(batch.totalFen)),
        ...handsOf(batch).map(({ name, by, at }) => blank(name, by, at, '签名')),
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: COLUMNS.length - 1 }],
      headRows: 2,
    },
    mark,
  );
}

/** The same on A4, with a place for each of the three to sign. */
export function reportDocument(batch: BatchDetail, mark: string, today: CalendarDate): PrintDocument {
  const ways = PAY_CHANNEL_CODES.flatMap(channel => {
    const rows = batch.entitlements.filter(row => row.channel === channel);
    const fen = rows.reduce((sum, row) => sum + row.amountFen, 0);
    return rows.length === 0 ? [] : [`${PAY_CHANNELS[channel]} ${String(rows.length)} 笔 ${yuanGrouped(fen)} 元`];
  });
  return {
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
        columns: COLUMNS.map(({ head, share, align }) => ({ head, share, ...(align ? { align } : {}) })),
        rows: rowsOf(batch).map(row => row.map(String)),
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
