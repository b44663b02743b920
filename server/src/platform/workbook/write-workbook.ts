import { storedZip } from './zip-archive.ts';

/** Money: a number to whoever adds up, with both its decimals and without a binary fraction on the way. */
export type Yuan = { readonly yuan: string };
type Cell = string | number | Yuan | null;

/** A sheet to be written: cells from A1, what is merged (zero-based, inclusive), and how many rows are its head. */
type Sheet = {
  readonly name: string;
  readonly cells: readonly (readonly Cell[])[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  readonly headRows: number;
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Styles by their place in `styles.xml`. */
const STYLE = { title: 1, head: 2, body: 3, money: 4 } as const;
/** `#,##0.00`, one of those that every spreadsheet knows by number. */
const MONEY_FORMAT = 4;
const WIDTH = 12;
/** What XML 1.0 cannot hold at all. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text.replace(IMPOSSIBLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** 0 → 'A', 26 → 'AA'. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const at = (row: number, column: number): string => `${letters(column)}${String(row + 1)}`;

/** Text always stays text: no spreadsheet takes it for a formula, a number or a date. */
function cell(value: Cell, row: number, column: number, style: number): string {
  const isMoney = typeof value === 'object' && value !== null;
  const place = `r="${at(row, column)}" s="${String(isMoney ? STYLE.money : style)}"`;
  if (isMoney) return `<c ${place}><v>${value.yuan}</v></c>`;
  if (value === null) return `<c ${place}/>`;
  if (typeof value === 'number') return `<c ${place}><v>${String(value)}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function sheetXml({ cells, merges, headRows }: Sheet, mark: string): string {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 1);
  const rows = cells.map((row, number) => {
    const style = number === 0 && headRows > 1 ? STYLE.title : number < headRows ? STYLE.head : STYLE.body;
    return `<row r="${String(number + 1)}">${row.map((value, column) => cell(value, number, column, style)).join('')}</row>`;
  });
  const ranges = merges.map(range => `<mergeCell ref="${at(range.top, range.left)}:${at(range.bottom, range.right)}"/>`);
  // In a head or foot `&` begins a code of its own.
  const foot = escaped(mark.replaceAll('&', '&&'));
  return [
    `${XML}<worksheet xmlns="${MAIN}">`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(headRows)}" topLeftCell="${at(headRows, 0)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols><col min="1" max="${String(width)}" width="${String(WIDTH)}" customWidth="1"/></cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    ranges.length === 0 ? '' : `<mergeCells count="${String(ranges.length)}">${ranges.join('')}</mergeCells>`,
    '<pageSetup orientation="landscape" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;C${foot}</oddHeader><oddFooter>&amp;L${foot}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

const font = (size: number, bold: boolean) => `<font>${bold ? '<b/>' : ''}<sz val="${String(size)}"/><name val="宋体"/></font>`;
const EDGE = ['left', 'right', 'top', 'bottom'].map(side => `<${side} style="thin"/>`).join('');
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const format = (fontId: number, borderId: number, numFmtId = 0) =>
  `<xf numFmtId="${String(numFmtId)}" fontId="${String(fontId)}" fillId="0" borderId="${String(borderId)}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${CENTRED}</xf>`;
const STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  `<fonts count="3">${font(11, false)}${font(16, true)}${font(11, true)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border/><border>${EDGE}</border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(1, 0)}${format(2, 1)}${format(0, 1)}${format(0, 1, MONEY_FORMAT)}</cellXfs>`,
  '</styleSheet>',
].join('');

const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relations = (...each: string[]) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES = [
  `${XML}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>`,
  '</Types>',
].join('');

/**
 * An .xlsx file of one sheet. `mark` says who exported it and when; it stands in the printed head and foot, not among the cells, so that
 * the same cells and the same mark make the same bytes, and importing the file reads the cells alone.
 */
export function writeWorkbook(sheet: Sheet, mark: string): Buffer {
  const workbook = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', workbook],
    [
      'xl/_rels/workbook.xml.rels',
      relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), relation('rId2', 'styles', 'styles.xml')),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheetXml(sheet, mark)],
  ];
  return storedZip(new Map(parts.map(([name, text]) => [name, Buffer.from(text, 'utf8')])));
}
