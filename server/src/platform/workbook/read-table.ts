import type { CellFlag, RawCell } from '@guanhu/shared/intake/import.terms';
import type { WorkbookFault } from '@guanhu/shared/intake/intake.refusals';
import { cutText, isFormulaLike, readWorkbook, type WorkbookLimits, type WorkbookReading } from './read-workbook.ts';

/** First bytes of what spreadsheet programs write: a ZIP archive and the old compound file. */
const BINARY = [Buffer.from('PK', 'latin1'), Buffer.from('d0cf11e0', 'hex')];

/** UTF-8 with or without its mark, or GB 18030, which holds GBK and GB 2312: what spreadsheet programs in China write. */
function textOf(file: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // Not this one.
    }
  }
  return null;
}

/**
 * The cells of a text with separators (RFC 4180): quoted cells may hold separators, line ends and doubled quotes. A quote that is never
 * closed, or swallows whole lines, makes the file a damaged one: no line may disappear in a cell.
 */
function cellsOf(text: string, limits: WorkbookLimits): string[][] | WorkbookFault {
  const [first = ''] = text.split('\n', 1);
  const separator = [',', '\t', ';'].reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best), ',');
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '"') {
      if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else {
        quoted = false;
        if (cell.length > limits.characters && cell.includes('\n')) return 'FILE_DAMAGED';
      }
    } else if (quoted) cell += character;
    else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') {
      endCell();
      if (rows.length > limits.rows) return 'TOO_MANY_ROWS';
      rows.push([]);
    } else if (character !== '\r') cell += character;
  }
  endCell();
  return quoted ? 'FILE_DAMAGED' : rows;
}

function readText(file: Buffer, limits: WorkbookLimits): WorkbookReading {
  const refuse = (fault: WorkbookFault) => ({ ok: false, fault }) as const;
  if (file.length === 0) return refuse('FILE_EMPTY');
  if (file.length > limits.bytes) return refuse('FILE_TOO_LARGE');
  const text = textOf(file);
  if (text === null || text.includes('\u0000')) return refuse('FILE_NOT_XLSX');
  const rows = cellsOf(text, limits);
  if (typeof rows === 'string') return refuse(rows);
  if (rows.some(row => row.length > limits.columns)) return refuse('TOO_MANY_COLUMNS');
  const flags: CellFlag[] = [];
  const cells = rows.map((row, at) =>
    row.map((written, column): RawCell => {
      if (isFormulaLike(written)) flags.push({ row: at, column, kind: 'formulaLike' });
      return written.trim() === '' ? null : cutText(written, limits);
    }),
  );
  return { ok: true, sheets: [{ name: 'CSV', cells, merges: [], flags }] };
}

/**
 * Reads an uploaded list, an .xlsx file or a text with separators, into sheets of raw cells. Every file is answered; none makes it throw.
 * @param bytes the upload, of any kind and size; its name is never asked
 */
export function readTable(bytes: Uint8Array, limits: WorkbookLimits): WorkbookReading {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return BINARY.some(mark => file.subarray(0, mark.length).equals(mark)) ? readWorkbook(file, limits) : readText(file, limits);
}
