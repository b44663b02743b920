import type { CellFlag, MergedRange, RawCell, RawSheet } from '@guanhu/shared/intake/import.terms';
import type { WorkbookFault } from '@guanhu/shared/intake/intake.refusals';
import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { openZip, storedZip } from './zip-archive.ts';

/** What an upload may hold. */
export type WorkbookLimits = {
  readonly bytes: number;
  readonly inflatedBytes: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  readonly mergedCells: number;
  readonly characters: number;
};

/** Limits of a responsibility list. A township's has a few hundred rows; ten times that fits. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 5 * 1024 * 1024,
  inflatedBytes: 50 * 1024 * 1024,
  sheets: 20,
  /** 5,000 patients with what stands above and below them. */
  rows: 5_100,
  columns: 60,
  mergedCells: 100_000,
  /** A longer text is cut: no field of a list needs it. */
  characters: 1_000,
};

export type WorkbookReading =
  { readonly ok: true; readonly sheets: readonly RawSheet[] } | { readonly ok: false; readonly fault: WorkbookFault };

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const CONTENT_TYPES = '[content_types].xml';
/** The parts that cells come from. Links to other files, pictures, comments, macros and printer settings are never opened. */
const PARTS =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedstrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;
const SHEET = 'xl/worksheets/';
const MACROS = 'vbaproject.bin';
/** What a spreadsheet would run when the text is opened in it again; a dash for "nothing" or a phone with +86 is neither. */
const FORMULA_LIKE = /^[\s\t\r\n]*[=+\-@＝＋－＠]/u;
const HARMLESS = /^[-－—–\s]*$|^\+?[\d\s()-]+$/u;

class Refused extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What kind of file the first bytes belong to; the name it was uploaded under is never asked. */
function refuseOtherFormats(file: Buffer, limits: WorkbookLimits): void {
  if (file.length === 0) throw new Refused('FILE_EMPTY');
  if (file.length > limits.bytes) throw new Refused('FILE_TOO_LARGE');
  if (file.subarray(0, 8).equals(COMPOUND)) throw new Refused(file.includes(ENCRYPTED) ? 'FILE_ENCRYPTED' : 'FILE_OLD_XLS');
  if (!file.subarray(0, 4).equals(ZIP)) throw new Refused('FILE_NOT_XLSX');
}

/** The parts that may be parsed, checked and inflated by us: the parser never sees a compressed byte. */
function safeParts(file: Buffer, limits: WorkbookLimits): Map<string, Buffer> {
  const opened = openZip(file, limits.inflatedBytes, name => PARTS.test(name) || name.endsWith(MACROS));
  if (!opened.ok) throw new Refused(opened.fault);
  if ([...opened.parts.keys()].some(name => name.endsWith(MACROS))) throw new Refused('FILE_MACROS');
  if ([...opened.parts.keys()].filter(name => name.startsWith(SHEET)).length > limits.sheets) throw new Refused('TOO_MANY_SHEETS');
  const types = opened.parts.get(CONTENT_TYPES)?.toString('utf8');
  if (types === undefined || !opened.parts.has('xl/workbook.xml')) throw new Refused('FILE_NOT_XLSX');
  const kept = types.replace(/<(?:\w+:)?Override\b[^>]*>/g, tag => {
    const part = /PartName\s*=\s*["']\/?([^"']+)["']/.exec(tag)?.[1]?.toLowerCase() ?? '';
    return opened.parts.has(part) ? tag : '';
  });
  return new Map([...opened.parts, [CONTENT_TYPES, Buffer.from(kept, 'utf8')]]);
}

/** How often `tag` opens in the part, with or without a namespace prefix; stops counting above `most`. */
function openings(part: Buffer, tag: string, most: number): number {
  let count = 0;
  for (const start of [`<${tag} `, `:${tag} `]) {
    for (let at = part.indexOf(start); at >= 0 && count <= most; at = part.indexOf(start, at + 1)) count += 1;
  }
  return count;
}

/** Refuses, before parsing, a sheet whose parsing would take long: parsing blocks every other request of this process. */
function refuseSlowSheets(parts: ReadonlyMap<string, Buffer>, limits: WorkbookLimits): void {
  const most = limits.rows * limits.columns;
  for (const [name, part] of parts) if (name.startsWith(SHEET) && openings(part, 'c', most) > most) throw new Refused('TOO_MANY_ROWS');
}

/** Never half a character. */
export const cutText = (text: string, { characters }: WorkbookLimits): string =>
  text.length <= characters
    ? text
    : Array.from(text.slice(0, characters * 2))
        .slice(0, characters)
        .join('');

/** Whether a spreadsheet would run the text. */
export const isFormulaLike = (text: string): boolean => FORMULA_LIKE.test(text) && !HARMLESS.test(text);

/** A cell as the rules know it. A formula's stored result is handed on, flagged; nothing is computed. */
function cellOf(cell: CellObject, limits: WorkbookLimits): { value: RawCell; flag: CellFlag['kind'] | null } {
  if (cell.t === 'e') return { value: null, flag: 'error' };
  const computed = cell.f !== undefined || cell.F !== undefined;
  const raw = cell.v ?? null;
  const value = typeof raw === 'string' ? cutText(raw, limits) : raw;
  const risky = typeof value === 'string' && isFormulaLike(value);
  return { value, flag: computed ? 'formula' : risky ? 'formulaLike' : null };
}

const isBlank = (value: RawCell): boolean => value === null || (typeof value === 'string' && value.trim() === '');

function rawSheet(name: string, sheet: WorkSheet, limits: WorkbookLimits): RawSheet {
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const cells: RawCell[][] = [];
  const flags: CellFlag[] = [];
  // forEach skips the holes of a sparse row: a cell at XFD1048576 costs one step, not seventeen billion.
  rows.forEach((row, at) => {
    row?.forEach((cell, column) => {
      if (cell === undefined) return;
      const { value, flag } = cellOf(cell, limits);
      if (isBlank(value) && flag === null) return;
      if (at >= limits.rows) throw new Refused('TOO_MANY_ROWS');
      if (column >= limits.columns) throw new Refused('TOO_MANY_COLUMNS');
      while (cells.length <= at) cells.push([]);
      const line = cells[at] ?? [];
      while (line.length <= column) line.push(null);
      line[column] = value;
      if (flag !== null) flags.push({ row: at, column, kind: flag });
    });
  });
  return { name, cells, flags, merges: mergesOf(sheet, cells, limits) };
}

/** Merged ranges, cut to what holds data. */
function mergesOf(sheet: WorkSheet, cells: readonly (readonly RawCell[])[], limits: WorkbookLimits): MergedRange[] {
  const bottom = cells.length - 1;
  const right = cells.reduce((widest, line) => Math.max(widest, line.length), 0) - 1;
  const merges = (sheet['!merges'] ?? [])
    .filter(range => range.s.r <= bottom && range.s.c <= right)
    .map(range => ({ top: range.s.r, left: range.s.c, bottom: Math.min(range.e.r, bottom), right: Math.min(range.e.c, right) }));
  const covered = merges.reduce((total, range) => total + (range.bottom - range.top + 1) * (range.right - range.left + 1), 0);
  if (covered > limits.mergedCells) throw new Refused('TOO_MANY_MERGES');
  return merges;
}

function parse(parts: ReadonlyMap<string, Buffer>): WorkBook {
  try {
    return read(storedZip(parts), {
      type: 'buffer',
      dense: true,
      cellDates: true,
      cellHTML: false,
      cellText: false,
      nodim: true,
      bookVBA: false,
    });
  } catch {
    throw new Refused('FILE_DAMAGED');
  }
}

/**
 * Reads an uploaded .xlsx file into sheets of raw cells. Formulas are not computed, hidden sheets, links
 * to other files, macros and pictures are not opened. Every file is answered; none makes it throw.
 * @param bytes the upload, of any kind and size
 */
export function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits = WORKBOOK_LIMITS): WorkbookReading {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    refuseOtherFormats(file, limits);
    const parts = safeParts(file, limits);
    refuseSlowSheets(parts, limits);
    const book = parse(parts);
    if (book.SheetNames.length > limits.sheets) throw new Refused('TOO_MANY_SHEETS');
    const hidden = book.Workbook?.Sheets?.map(sheet => (sheet.Hidden ?? 0) !== 0) ?? [];
    const sheets = book.SheetNames.flatMap((name, at) => {
      const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
      return sheet === undefined || hidden[at] === true ? [] : [rawSheet(name, sheet, limits)];
    });
    return { ok: true, sheets };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}
