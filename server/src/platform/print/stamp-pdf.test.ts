import { PDFDocument as ExistingPdf } from '@cantoo/pdf-lib';
import { expect, it } from '@jest/globals';
import { stampPdf } from './stamp-pdf.ts';

const WORDS = '试干部 2026-06-15 10:00';
const page = (size: [number, number]) => ({ size });

async function pdfOf(...pages: { size: [number, number] }[]): Promise<Buffer> {
  const pdf = await ExistingPdf.create();
  for (const { size } of pages) pdf.addPage(size).drawText('scan');
  return Buffer.from(await pdf.save());
}

it('lays the words over every page, whatever its size, and keeps what was there', async () => {
  const stamped = await stampPdf(await pdfOf(page([595, 842]), page([1684, 1190])), WORDS);
  const pdf = await ExistingPdf.load(stamped ?? '');
  expect(pdf.getPages().map(one => one.getSize())).toEqual([
    { width: 595, height: 842 },
    { width: 1684, height: 1190 },
  ]);
  // Each page draws one form over itself: the sheet with the words, embedded once.
  const forms = pdf.getPages().map(one => /\/EmbeddedPdfPage[^ ]* (\d+) 0 R/.exec(String(one.node.Resources()))?.[1]);
  expect(forms[0]).toBeDefined();
  expect(forms[1]).toBe(forms[0]);
  // A character of a name that stands in the font is drawn from it; only the part that is needed is embedded.
  expect(stamped?.includes('NotoSerifSC')).toBe(true);
  expect(stamped?.length).toBeLessThan(200_000);
});

it.each([
  ['no PDF at all', Buffer.from('%PDF-1.4\nnothing\n%%EOF')],
  ['an empty file', Buffer.alloc(0)],
])('leaves alone what cannot be written over: %s', async (_, bytes) => {
  expect(await stampPdf(bytes, WORDS)).toBeUndefined();
});
