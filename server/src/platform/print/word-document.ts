import type { Paragraph } from 'docx';
import type { OfficialDocument, PrintBlock } from './print-document.ts';

/** Half points and twentieths of a point, as word processors count. */
const HALF = 2;
const TWENTIETH = 20;
/** GB/T 9704: the mark, title of size 2, body of size 3 with 28 points to a line; 37 mm above, 35 below, 28 left, 26 right. */
const SIZE = { mark: 30 * HALF, title: 22 * HALF, body: 16 * HALF, foot: 7.5 * HALF } as const;
const LINE = 28 * TWENTIETH;
const MARGINS = { top: 105 * TWENTIETH, bottom: 99 * TWENTIETH, left: 79 * TWENTIETH, right: 74 * TWENTIETH } as const;
const A4 = { width: 11_906, height: 16_838 } as const;
const RED = 'C00000';
/** Every word processor in an office has one of these; a font that is missing is replaced by the reader's own. */
const FONT = { body: 'FangSong', bold: 'SimHei', title: 'SimSun' } as const;

/**
 * An official document for a word processor: what was issued stays what it is, this is for passing on and filing. Headings, paragraphs and
 * the closing only. @throws TypeError for any other block
 */
export async function writeWordDocument({ mark, number, title, blocks, footer, at }: OfficialDocument): Promise<Buffer> {
  // Loaded when somebody asks for it: the server starts without.
  const docx = await import('docx');
  const { AlignmentType, Paragraph, TextRun } = docx;
  const line = { line: LINE, lineRule: docx.LineRuleType.EXACT } as const;
  const run = (text: string, size: number, font: string, more: { bold?: boolean; color?: string } = {}) =>
    new TextRun({ text, size, font: { ascii: font, eastAsia: font, hAnsi: font }, ...more });
  const body = (text: string, more: ConstructorParameters<typeof Paragraph>[0] & object) =>
    new Paragraph({ spacing: line, ...more, children: [run(text, SIZE.body, FONT.body)] });
  const paragraphOf = (block: PrintBlock): Paragraph[] => {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            spacing: line,
            keepNext: true,
            indent: { firstLine: 32 * TWENTIETH },
            children: [run(block.text, SIZE.body, FONT.bold)],
          }),
        ];
      case 'paragraph':
        return [body(block.text, { indent: { firstLine: 32 * TWENTIETH } })];
      case 'closing':
        return block.lines.map((text, index) =>
          body(text, {
            alignment: AlignmentType.RIGHT,
            indent: { right: 32 * TWENTIETH },
            keepNext: index < block.lines.length - 1,
            ...(index === 0 ? { spacing: { ...line, before: LINE } } : {}),
          }),
        );
      default:
        throw new TypeError(`no ${block.kind} in a document for a word processor`);
    }
  };
  const document = new docx.Document({
    title,
    creator: 'Guanhu',
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS } },
        footers: {
          default: new docx.Footer({ children: footer.map(text => new Paragraph({ children: [run(text, SIZE.foot, FONT.body)] })) }),
        },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run(mark, SIZE.mark, FONT.title, { bold: true, color: RED })] }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            border: { bottom: { style: docx.BorderStyle.SINGLE, size: 12, color: RED, space: 8 } },
            children: [run(number, SIZE.body, FONT.body)],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: LINE, after: LINE },
            children: [run(title, SIZE.title, FONT.title, { bold: true })],
          }),
          ...blocks.flatMap(paragraphOf),
        ],
      },
    ],
    customProperties: [{ name: 'IssuedAt', value: at.toISOString() }],
  });
  return docx.Packer.toBuffer(document);
}
