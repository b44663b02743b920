import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { FONTS, printableText } from './fonts.ts';
import type { PrintBlock, PrintDocument, PrintedSignature } from './print-document.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Text = (text: string) => string;
type Block<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

/** All in points, 1/72 inch. A4, with room at the left for the file's holes. */
const PAGE = { margins: { top: 68, bottom: 74, left: 71, right: 62 }, size: 'A4' } as const;
const SIZE = { title: 20, number: 10.5, heading: 13, body: 12, table: 10, small: 9, foot: 7.5 };
const GAP = { line: 5, block: 6, cell: 4, sides: 18 } as const;
/** GB/T 9704: 37 mm above, 28 left, 26 right; title of size 2, body of size 3, 22 lines to a page. */
const OFFICIAL = {
  margins: { top: 105, bottom: 99, left: 79, right: 74 },
  size: { ...SIZE, title: 22, number: 16, heading: 16, body: 16 },
  line: 8,
  mark: 30,
} as const;
const RED = '#c00000';
/** What a document is set in: its sizes, and what lies between two lines. */
type Set = { readonly size: Readonly<typeof SIZE>; readonly line: number };
const PLAIN: Set = { size: SIZE, line: GAP.line };
const INK_HEIGHT = 52;
const CODE_SIZE = 78;
const SIDES_IN_A_ROW = 3;
const GREY = '#555555';

const bottomOf = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom;
const leftOf = (pdf: Pdf): number => pdf.page.margins.left;
const widthOf = (pdf: Pdf): number => pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;

/** Begins a page unless `height` still fits below. */
function room(pdf: Pdf, height: number): void {
  if (pdf.y + height > bottomOf(pdf) && pdf.y > pdf.page.margins.top) pdf.addPage();
}

function heading(pdf: Pdf, { text }: Block<'heading'>, say: Text, set: Set): void {
  pdf.font('bold').fontSize(set.size.heading);
  // Never the last line of a page.
  room(pdf, 4 * set.size.heading * 1.6);
  pdf.y += GAP.block;
  pdf.text(say(text), leftOf(pdf), pdf.y, { width: widthOf(pdf), lineGap: set.line });
}

function paragraph(pdf: Pdf, { text, plain = false, small = false }: Block<'paragraph'>, say: Text, set: Set): void {
  const size = small ? set.size.small : set.size.body;
  pdf.font('body').fontSize(size);
  room(pdf, 2 * size * 1.6);
  pdf.text(say(text), leftOf(pdf), pdf.y, { width: widthOf(pdf), lineGap: small ? 3 : set.line, indent: plain ? 0 : 2 * size });
}

function closing(pdf: Pdf, { lines }: Block<'closing'>, say: Text, set: Set): void {
  pdf.font('body').fontSize(set.size.body);
  room(pdf, (lines.length + 2) * (set.size.body * 1.4 + set.line));
  pdf.y += 2 * set.size.body;
  for (const line of lines)
    pdf.text(say(line), leftOf(pdf), pdf.y, { width: widthOf(pdf) - 2 * set.size.body, lineGap: set.line, align: 'right' });
}

/** @param after what its last row keeps room for below: who signs is never alone on a page */
function table(pdf: Pdf, { columns, rows }: Block<'table'>, say: Text, _: Set, after = 0): void {
  const shares = columns.reduce((total, column) => total + column.share, 0);
  const widths = columns.map(({ share }) => (share / shares) * widthOf(pdf));
  const inside = (index: number) => (widths[index] ?? 0) - 2 * GAP.cell;
  const row = (cells: readonly string[], head: boolean): { readonly height: number; readonly draw: () => void } => {
    const font = head ? 'bold' : 'body';
    const texts = columns.map((_, index) => say(cells[index] ?? ''));
    pdf.font(font).fontSize(SIZE.table);
    const heights = texts.map((text, index) => pdf.heightOfString(text || ' ', { width: inside(index) }));
    const height = Math.max(...heights) + 2 * GAP.cell;
    const draw = () => {
      pdf.font(font).fontSize(SIZE.table);
      const top = pdf.y;
      let left = leftOf(pdf);
      for (const [index, text] of texts.entries()) {
        const width = widths[index] ?? 0;
        pdf.rect(left, top, width, height).lineWidth(0.5).stroke('black');
        pdf.text(text, left + GAP.cell, top + GAP.cell, {
          width: inside(index),
          align: head ? 'center' : (columns[index]?.align ?? 'left'),
        });
        left += width;
      }
      pdf.x = leftOf(pdf);
      pdf.y = top + height;
    };
    return { height, draw };
  };
  const head = row(
    columns.map(column => column.head),
    true,
  );
  room(pdf, head.height * 3);
  pdf.y += GAP.block;
  head.draw();
  for (const [at, cells] of rows.entries()) {
    const { height, draw } = row(cells, false);
    if (pdf.y + height + (at === rows.length - 1 ? after : 0) > bottomOf(pdf)) {
      pdf.addPage();
      head.draw();
    }
    draw();
  }
  pdf.y += GAP.block;
}

function signature(pdf: Pdf, side: PrintedSignature, say: Text, left: number, top: number, width: number): number {
  const write = (text: string, y: number) => {
    pdf.font('body').fontSize(SIZE.body).text(say(text), left, y, { width, lineGap: GAP.line });
    return pdf.y;
  };
  let y = write(side.heading, top);
  if (side.ink) {
    const scale = Math.min(INK_HEIGHT / Math.max(side.ink.height, 1), width / Math.max(side.ink.width, 1));
    pdf
      .save()
      .translate(left, y + 2)
      .scale(scale);
    pdf
      .path(side.ink.path)
      .lineWidth(1.6 / scale)
      .lineCap('round')
      .lineJoin('round')
      .stroke('black');
    pdf.restore();
    y += INK_HEIGHT + 6;
  }
  for (const line of side.lines) y = write(line, y);
  return y;
}

/** What a row of those who sign takes, each as wide as `width`. */
function heightOfSides(pdf: Pdf, row: readonly PrintedSignature[], say: Text): { readonly width: number; readonly height: number } {
  const width = (widthOf(pdf) - GAP.sides * (row.length - 1)) / row.length;
  const lines = Math.max(
    ...row.map(side => side.lines.length + Math.ceil(pdf.font('body').fontSize(SIZE.body).widthOfString(say(side.heading)) / width)),
  );
  const ink = row.some(side => side.ink !== null) ? INK_HEIGHT : 0;
  return { width, height: lines * SIZE.body * 1.9 + ink + 2 * GAP.sides };
}

function signatures(pdf: Pdf, { sides }: Block<'signatures'>, say: Text): void {
  for (let first = 0; first < sides.length; first += SIDES_IN_A_ROW) {
    const row = sides.slice(first, first + SIDES_IN_A_ROW);
    const { width, height } = heightOfSides(pdf, row, say);
    room(pdf, height);
    const top = pdf.y + GAP.sides;
    const ends = row.map((side, index) => signature(pdf, side, say, leftOf(pdf) + index * (width + GAP.sides), top, width));
    pdf.x = leftOf(pdf);
    pdf.y = Math.max(...ends) + GAP.block;
  }
}

function picture(pdf: Pdf, { bytes, caption }: Block<'picture'>, say: Text): void {
  pdf.addPage();
  const height = bottomOf(pdf) - pdf.y - 3 * SIZE.small;
  pdf.image(Buffer.from(bytes), leftOf(pdf), pdf.y, { fit: [widthOf(pdf), height], align: 'center' });
  pdf.font('body').fontSize(SIZE.small);
  pdf.text(say(caption), leftOf(pdf), bottomOf(pdf) - 2 * SIZE.small, { width: widthOf(pdf), align: 'center', height: 2 * SIZE.small });
}

function code(pdf: Pdf, { text, caption }: Block<'code'>, say: Text): void {
  room(pdf, CODE_SIZE + 2 * GAP.block);
  const [left, top] = [leftOf(pdf), pdf.y + GAP.block];
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cell = CODE_SIZE / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(left + column * cell, top + row * cell, cell, cell);
  pdf.fill('black');
  const beside = left + CODE_SIZE + GAP.sides;
  pdf.font('body').fontSize(SIZE.small);
  pdf.text(say(caption.join('\n')), beside, top, { width: leftOf(pdf) + widthOf(pdf) - beside, lineGap: 3 });
  pdf.x = left;
  pdf.y = Math.max(pdf.y, top + CODE_SIZE) + GAP.block;
}

const DRAW: { readonly [K in PrintBlock['kind']]: (pdf: Pdf, block: Block<K>, say: Text, set: Set, after?: number) => void } = {
  heading,
  paragraph,
  closing,
  table,
  signatures,
  picture,
  code,
};
const draw = <K extends PrintBlock['kind']>(pdf: Pdf, block: Block<K>, next: PrintBlock | undefined, say: Text, set: Set): void => {
  const after = next?.kind === 'signatures' ? heightOfSides(pdf, next.sides.slice(0, SIDES_IN_A_ROW), say).height + GAP.block : 0;
  (DRAW[block.kind] as (pdf: Pdf, block: Block<K>, say: Text, set: Set, after: number) => void)(pdf, block, say, set, after);
};

/** The mark in red, the number below it, a red line across, and then the title. */
function officialHead(pdf: Pdf, { mark, number, title }: PrintDocument & { readonly mark: string }, say: Text): void {
  const { size, line } = OFFICIAL;
  const marked = say(mark);
  pdf.font('bold').fontSize(OFFICIAL.mark);
  // In one line, however long the township's name is.
  pdf.fontSize(Math.min(OFFICIAL.mark, (OFFICIAL.mark * widthOf(pdf)) / pdf.widthOfString(marked))).fillColor(RED);
  pdf.text(marked, { align: 'center', lineGap: line });
  pdf.fillColor('black').font('body').fontSize(size.number);
  if (number !== undefined) pdf.text(say(number), { align: 'center', lineGap: line });
  pdf.y += GAP.block;
  pdf
    .moveTo(leftOf(pdf), pdf.y)
    .lineTo(leftOf(pdf) + widthOf(pdf), pdf.y)
    .lineWidth(1.5)
    .stroke(RED);
  pdf.y += 2 * size.body;
  pdf
    .font('bold')
    .fontSize(size.title)
    .text(say(title), leftOf(pdf), pdf.y, { width: widthOf(pdf), align: 'center', lineGap: line });
  pdf.y += size.body;
}

/** What stands at the foot of every page, once it is known how many there are. */
function footers(pdf: Pdf, lines: readonly string[], say: Text): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    const top = bottomOf(pdf) + 14;
    // Below the bottom margin a line would begin another page.
    pdf.page.margins.bottom = 0;
    pdf.font('body').fontSize(SIZE.foot).fillColor(GREY);
    const said = [...lines, `第 ${String(page + 1)} 页，共 ${String(count)} 页`];
    pdf
      .moveTo(leftOf(pdf), top - 5)
      .lineTo(leftOf(pdf) + widthOf(pdf), top - 5)
      .lineWidth(0.5)
      .stroke(GREY);
    for (const [index, line] of said.entries())
      pdf.text(say(line), leftOf(pdf), top + index * SIZE.foot * 1.5, {
        width: widthOf(pdf),
        align: index === lines.length ? 'center' : 'left',
        lineBreak: false,
      });
    pdf.fillColor('black');
  }
}

/**
 * An official document as PDF: the font embedded as the part of it that the text needs. Takes some tenths of a second: call it in a thread.
 * @returns the file, and the characters that stand in it as their numbers because the font lacks them
 */
export async function drawDocument(document: PrintDocument): Promise<{ readonly pdf: Buffer; readonly missing: readonly string[] }> {
  const { of: say, missing } = printableText();
  const { mark } = document;
  const pdf = new PDFDocument({
    ...PAGE,
    ...(mark === undefined ? {} : { margins: OFFICIAL.margins }),
    ...(document.isWide ? { layout: 'landscape' as const } : {}),
    bufferPages: true,
    info: { Title: document.title, Creator: 'Guanhu', Producer: 'Guanhu', CreationDate: document.at },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>(resolve => pdf.once('end', resolve));

  pdf.registerFont('body', FONTS.body).registerFont('bold', FONTS.bold);
  if (mark === undefined) {
    pdf.font('bold').fontSize(SIZE.title).text(say(document.title), { align: 'center', lineGap: GAP.line });
    if (document.number !== undefined) pdf.font('body').fontSize(SIZE.number).text(say(document.number), { align: 'center' });
    pdf.y += 2 * GAP.block;
  } else officialHead(pdf, { ...document, mark }, say);
  const set = mark === undefined ? PLAIN : OFFICIAL;
  for (const [at, block] of document.blocks.entries()) draw(pdf, block, document.blocks[at + 1], say, set);
  footers(pdf, document.footer, say);
  pdf.end();
  await ended;
  return { pdf: Buffer.concat(parts), missing: [...missing] };
}
