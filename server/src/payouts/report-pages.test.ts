import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { reportDocument, reportWorkbook } from './report-pages.ts';

const row: BatchDetail['entitlements'][number] = {
  id: '01900000-0000-7000-8000-000000000001',
  state: 'paid',
  version: 1,
  kind: 'regular',
  agreementId: '01900000-0000-7000-8000-000000000002',
  agreementNumber: 'GH-990101-2026-0001',
  patientName: '患甲',
  guardianName: '护甲',
  villageName: '竹坪村',
  from: calendarDate('2026-07-01'),
  to: calendarDate('2026-09-30'),
  fullFen: 60_000,
  amountFen: 60_000,
  grounds: '两人认定：全额',
  batchId: '01900000-0000-7000-8000-000000000003',
  channel: 'wechat',
  warnings: [],
  changed: [],
  toFindOut: false,
  failure: null,
  pendingDecision: null,
};
const step = (name: BatchDetail['steps'][number]['step'], by: string) => ({
  step: name,
  by,
  at: '2026-10-08T02:00:00.000Z',
  mine: false,
  reason: null,
});
const batch: BatchDetail = {
  id: '01900000-0000-7000-8000-000000000003',
  title: '第三季度',
  state: 'released',
  version: 3,
  townshipName: '云坪镇',
  people: 2,
  totalFen: 90_000,
  paid: 1,
  failed: 0,
  preparedAt: '2026-10-08T01:00:00.000Z',
  officeName: '云坪镇财政所',
  availableFen: 0,
  steps: [step('prepared', '制甲'), step('checked', '复乙'), step('noticed', '制甲')],
  entitlements: [row, { ...row, guardianName: '护乙', amountFen: 30_000, channel: 'cash', state: 'claimable' }],
  may: { check: false, release: false, return: false, closedBecause: null },
};
const document = reportDocument(batch, '放丙 · 2026-10-09 10:00', calendarDate('2026-10-09'));

it('names the three who answer for the batch, each with a place to sign, and nobody else', () => {
  const [sides] = document.blocks.flatMap(block => (block.kind === 'signatures' ? [block.sides] : []));
  expect(sides?.map(side => side.heading)).toEqual(['制单：制甲', '复核：复乙', '放款：（未办）']);
  for (const side of sides ?? []) expect(side.lines.join()).toMatch(/签名：.*日期：/);
});

it('says the sums by channel and every payment, without the patient’s name', () => {
  const text = JSON.stringify(document.blocks);
  expect(text).toContain('共 2 人，合计 900.00 元；其中微信 1 笔 600.00 元，现金 1 笔 300.00 元。已到账 1 笔，未成功 0 笔。');
  expect(text).toContain('护乙');
  expect(text).not.toContain('患甲');
  expect(document.footer).toEqual(['放丙 · 2026-10-09 10:00']);
});

it('adds up what is due and what is paid under their columns, on paper and for whoever goes on calculating', () => {
  const [rows] = document.blocks.flatMap(block => (block.kind === 'table' ? [block.rows] : []));
  expect(rows?.at(-1)).toEqual(['合计', '2 人', '', '', '', '', '1200.00', '900.00', '', '']);
  // The parts of the file are stored as they are.
  const sheet = reportWorkbook(batch, '放丙').toString();
  // Title, head and two payments come first.
  expect(sheet).toContain('<c r="G5" s="4"><v>1200.00</v></c><c r="H5" s="4"><v>900.00</v></c>');
  expect(sheet).toContain('<mergeCell ref="D6:J6"/>');
});

it('is plain data, which goes to the thread that prints, and a workbook too', () => {
  expect(structuredClone(document)).toEqual(document);
  expect(reportWorkbook(batch, '放丙').subarray(0, 2).toString()).toBe('PK');
});
