import { PDFDocument as ExistingPdf } from '@cantoo/pdf-lib';
import PDFDocument from 'pdfkit';
import { FONTS, printableText } from './fonts.ts';

/** A4 in points: what the words are drawn on before they are laid over a page of any size. */
const SHEET = { width: 595, height: 842 };
const STEP = { x: 210, y: 130 };
const SIZE = 13;
const TURNED = -20;
/** Seen on a photograph, and what lies under it stays readable. */
const OPACITY = 0.22;

/** A sheet full of the words, every other row shifted, so that no cut leaves a part without. */
async function sheetOf(words: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: [SHEET.width, SHEET.height], margin: 0, info: { Producer: 'Guanhu', CreationDate: new Date(0) } });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>(resolve => pdf.once('end', resolve));
  const said = printableText().of(words);
  pdf.registerFont('body', FONTS.body).font('body').fontSize(SIZE).fillColor('black').fillOpacity(OPACITY);
  for (let row = 0; row * STEP.y <= SHEET.height; row += 1)
    for (let x = (row % 2) * (STEP.x / 2) - STEP.x; x <= SHEET.width; x += STEP.x) {
      const [left, top] = [x + STEP.x / 4, row * STEP.y + STEP.y / 2];
      pdf.save().rotate(TURNED, { origin: [left, top] });
      pdf.text(said, left, top, { lineBreak: false });
      pdf.restore();
    }
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

/** A file as it came from anywhere; undefined when it is locked, has no pages, or is none. */
async function opened(pdf: Uint8Array): Promise<ExistingPdf | undefined> {
  try {
    const kept = await ExistingPdf.load(pdf, { updateMetadata: false, ignoreEncryption: true });
    return !kept.isEncrypted && kept.getPageCount() > 0 ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lays the words over every page of a kept PDF. Takes some tenths of a second: call it in a thread.
 * @returns undefined when the file cannot be written over: it is locked, or no library reads it
 */
export async function stampPdf(pdf: Uint8Array, words: string): Promise<Buffer | undefined> {
  const kept = await opened(pdf);
  if (!kept) return undefined;
  const [sheet] = await kept.embedPdf(await sheetOf(words));
  if (!sheet) return undefined;
  for (const page of kept.getPages()) page.drawPage(sheet, page.getCropBox());
  return Buffer.from(await kept.save({ useObjectStreams: false, updateFieldAppearances: false }));
}
