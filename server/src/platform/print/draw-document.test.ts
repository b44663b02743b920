import { inflateSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { drawDocument } from './draw-document.ts';
import type { PrintDocument } from './print-document.ts';

const DOCUMENT: PrintDocument = {
  title: '严重精神障碍患者有奖监护协议',
  number: '协议编号：GH-990101-2026-0001',
  blocks: [
    { kind: 'heading', text: '一、协议期限' },
    {
      kind: 'paragraph',
      text: '本协议自二〇二六年一月一日起，至二〇二六年十二月三十一日止，首尾两日都计算在内，最长不超过一年。'.repeat(3),
    },
    {
      kind: 'table',
      columns: [
        { head: '时段', share: 2 },
        { head: '金额（元）', share: 1, align: 'right' },
      ],
      rows: Array.from({ length: 60 }, (_, row) => [`第${String(row + 1)}期`, '600.00']),
    },
    { kind: 'code', text: 'https://example.invalid/v', caption: ['扫码核验真伪'] },
    {
      kind: 'signatures',
      sides: [
        { heading: '甲方：云坪镇人民政府', lines: ['（未签）'], ink: null },
        { heading: '乙方（监护人）', lines: ['2026年1月1日'], ink: { path: 'M0 0L80 40L160 0', width: 160, height: 40 } },
      ],
    },
  ],
  footer: ['内容校验值 SHA-256：0000'],
  at: new Date('2026-03-01T02:00:00Z'),
};

/** How many pages a file says that it has. */
const pagesOf = (pdf: Buffer): number => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

/** The characters that a file can be searched for: those of its tables from glyph to character. */
function charactersOf(pdf: Buffer): string {
  const found: string[] = [];
  const streams = /stream\r?\n([\s\S]*?)\r?\nendstream/g;
  for (const [, stream] of pdf.toString('latin1').matchAll(streams)) {
    let text;
    try {
      text = inflateSync(Buffer.from(stream ?? '', 'latin1')).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('beginbfrange')) continue;
    for (const [, hex] of text.matchAll(/<([0-9a-f ]+)>/gi))
      found.push(
        Buffer.from((hex ?? '').replaceAll(' ', ''), 'hex')
          .swap16()
          .toString('utf16le'),
      );
  }
  return found.join('');
}

it('prints the same bytes for the same document whenever it is printed', async () => {
  const first = await drawDocument(DOCUMENT);
  await new Promise(resolve => setTimeout(resolve, 1_100));
  const second = await drawDocument(DOCUMENT);
  expect(second.pdf.equals(first.pdf)).toBe(true);
  expect(first.pdf.includes('(D:20260301020000Z)')).toBe(true);
});

it('embeds only what it needs of the font', async () => {
  const { pdf, missing } = await drawDocument(DOCUMENT);
  expect(pdf.length).toBeLessThan(120_000);
  expect([...pdf.toString('latin1').matchAll(/\/FontFile2/g)]).toHaveLength(2);
  expect(charactersOf(pdf)).toContain('患');
  expect(missing).toEqual([]);
});

it('goes on to as many pages as it needs', async () => {
  expect(pagesOf((await drawDocument(DOCUMENT)).pdf)).toBe(3);
  expect(pagesOf((await drawDocument({ ...DOCUMENT, blocks: [] })).pdf)).toBe(1);
});

/** How many boxes of a table stand on each page. */
const boxesOn = (pdf: Buffer): readonly number[] =>
  [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, packed]) => {
      try {
        return inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .filter(text => text.includes('BT'))
    .map(text => text.split(' re\n').length - 1);

it('never leaves those who sign alone on a page: the last row of the table before them comes along', async () => {
  const [, , table, , signatures] = DOCUMENT.blocks;
  if (table?.kind !== 'table' || signatures?.kind !== 'signatures') throw new Error('another document');
  const pages = new Set<number>();
  for (let rows = 20; rows < 32; rows += 1) {
    const { pdf } = await drawDocument({ ...DOCUMENT, blocks: [{ ...table, rows: table.rows.slice(0, rows) }, signatures] });
    pages.add(boxesOn(pdf).length);
    // The head and one row, of two columns each.
    expect([rows, (boxesOn(pdf).at(-1) ?? 0) >= 4]).toEqual([rows, true]);
  }
  expect([...pages]).toEqual([1, 2]);
});

it('lies where its table is wide', async () => {
  expect((await drawDocument({ ...DOCUMENT, isWide: true })).pdf.includes('[0 0 841.89 595.28]')).toBe(true);
  expect((await drawDocument(DOCUMENT)).pdf.includes('[0 0 841.89 595.28]')).toBe(false);
});

it('writes the number of a character that the font lacks, and says which; a rare name is never a blank', async () => {
  const named = (name: string): PrintDocument => ({ ...DOCUMENT, blocks: [{ kind: 'paragraph', text: name }] });
  // U+4DAE, U+20087 are in the font, U+2A6D6 is not.
  const { pdf, missing } = await drawDocument(named('王\u4dae，李\u{20087}，赵\u{2a6d6}'));
  expect(missing).toEqual(['U+2A6D6']);
  const characters = charactersOf(pdf);
  for (const drawn of ['\u4dae', '\u{20087}', '〔', 'U', '+', '2', 'A', '6', 'D']) expect(characters).toContain(drawn);
  expect((await drawDocument(named('葛\u{e0100}\u200b\u0007'))).missing).toEqual([]);
  expect((await drawDocument(named('\ue000😀'))).missing).toEqual(['U+E000', 'U+1F600']);
});
