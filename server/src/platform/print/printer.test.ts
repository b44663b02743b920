import { expect, it } from '@jest/globals';
import { threadProgram } from '../../testing/thread-program.ts';
import { drawDocument } from './draw-document.ts';
import { Printer } from './printer.ts';

const program = threadProgram(new URL('./print-thread.ts', import.meta.url));
const document = (rows: number) => ({
  title: '奖补资金发放汇总表',
  blocks: [
    {
      kind: 'table' as const,
      columns: ['序号', '所属村', '人数', '金额（元）'].map(head => ({ head, share: 1 })),
      rows: Array.from({ length: rows }, (_, row) => [String(row + 1), '竹坪村', '1', '600.00']),
    },
  ],
  footer: ['本表一式三份'],
  at: new Date('2026-03-01T02:00:00Z'),
});

it('prints in a thread what it prints anywhere, and keeps nobody else waiting', async () => {
  const printer = new Printer({ program, limits: { milliseconds: 60_000, megabytes: 512 } });
  let longest = 0;
  let last = performance.now();
  const heart = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const { pdf, missing } = await printer.print(document(400));
  clearInterval(heart);
  expect(missing).toEqual([]);
  expect(pdf.equals((await drawDocument(document(400))).pdf)).toBe(true);
  expect(longest).toBeLessThan(250);
});
