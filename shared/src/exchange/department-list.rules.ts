import type { RawCell, RawSheet } from '../intake/import.terms.ts';
import { canonicalPersonName, readPersonNames } from '../intake/person-name.rules.ts';
import { Grid, textOf } from '../intake/sheet-head.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { readPartialDate, wholeDay, type PartialDate } from '../kernel/partial-date.ts';
import { compactText, visibleText } from '../kernel/plain-text.ts';
import { identityOfFifteen, readIdentityNumber } from '../registry/identity-number.rules.ts';
import { readPatientState } from '../registry/patient-state-words.rules.ts';
import { readRiskRating } from '../registry/risk-rating.rules.ts';
import { optionsOf, type ExchangeField } from './difference.terms.ts';
import { EXCHANGE_FIELD_KEYS, fieldOf, type Department, type FieldClaims, type RowReason, type TypedPerson } from './exchange.terms.ts';

/** One line of a department's list. A row with `refused` is kept with its reason and says nothing about anybody. */
export type DepartmentRow = {
  /** Where it stands, as a person finds it: sheet, and row from 1. */
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly idNumber: string | null;
  readonly born: PartialDate | null;
  readonly values: FieldClaims;
  readonly refused: RowReason | null;
  /** What was noticed besides. */
  readonly notices: readonly RowReason[];
};
export type DepartmentList = {
  readonly rows: readonly DepartmentRow[];
  /** Sheets in which no list was found. */
  readonly skipped: readonly string[];
  /** Headings of columns that were not read: unknown ones, and fields that are not this department's to state. */
  readonly ignored: readonly string[];
};

type Column = 'name' | 'idNumber' | 'born' | ExchangeField;
const PERSON_HEADINGS = {
  name: ['姓名', '患者姓名', '病人姓名', '人员姓名', '服务对象', '患者'],
  idNumber: ['身份证号', '身份证号码', '身份证', '公民身份号码', '证件号码', '证件号'],
  born: ['出生日期', '出生年月', '出生年月日', '生日'],
} as const;
const heading = (text: string): string => compactText(text).replace(/[*:、,.()（）]/g, '');
/** A head stands within this many rows of the top: titles and the name of the office come before it. */
const HEAD_WITHIN = 20;
const LONGEST_TEXT = 120;
/** Of a sheet or a heading. */
const LONGEST_NAME = 40;
const TOO_LONG_FOR_NUMBER = /^\d(?:\.\d+)?E\+\d+$/i;
/** Marks for "nothing here". */
const BLANK = /^(?:[-–—/\\]+|无|暂无|空|不详|未知)?$/;

const YES = new Set(['是', '有', '1', '√', '已', '享受']);
const NO = new Set(['否', '无', '没有', '0', '×', '未', '不享受']);
const yesNo = (written: string, yes: string, no: string): string | null => (YES.has(written) ? yes : NO.has(written) ? no : null);
const IN_HOSPITAL = /^(?:在院|住院|住院中|住院治疗|正在住院)$/;
const OUT_OF_HOSPITAL = /^(?:出院|已出院|不在院|未住院|居家|在家)$/;
const POOR = /^(?:贫困|低保|低保户|特困|困难|低收入)$/;
const NOT_POOR = /^(?:非贫困|不困难|一般|正常)$/;

/** What a cell says of a field as its code; null when the words are not known. */
const READ: { readonly [F in ExchangeField]: (written: string) => string | null } = {
  status: readPatientState,
  address: written => compactText(written).slice(0, LONGEST_TEXT),
  admission: written => (IN_HOSPITAL.test(written) ? 'in' : OUT_OF_HOSPITAL.test(written) ? 'out' : yesNo(written, 'in', 'out')),
  risk: written => readRiskRating(written)?.toString() ?? null,
  economy: written => (POOR.test(written) ? '1' : NOT_POOR.test(written) ? '2' : yesNo(written, '1', '2')),
  disability: written => yesNo(written, '1', '2'),
  reward: written => yesNo(written, '1', '0'),
};

/** The code that words of a list mean in a field; a code is its own word. */
export function readField(field: ExchangeField, written: string): string | null {
  const options = optionsOf(field);
  const bare = compactText(written);
  if (options === undefined) return READ[field](bare);
  const byLabel = Object.entries(options).find(([code, label]) => code === bare || compactText(label) === bare)?.[0];
  const read = byLabel ?? READ[field](bare);
  return read !== null && Object.hasOwn(options, read) ? read : null;
}

/** The columns that a department's list may have, by their headings. */
function columnsOf(department: Department): ReadonlyMap<string, Column> {
  const stated = EXCHANGE_FIELD_KEYS.filter(field => fieldOf(field).statedBy.includes(department));
  return new Map<string, Column>([
    ...Object.entries(PERSON_HEADINGS).flatMap(([column, words]) => words.map(word => [heading(word), column as Column] as const)),
    ...stated.flatMap(field => fieldOf(field).headings.map(word => [heading(word), field] as const)),
  ]);
}

type Head = { readonly row: number; readonly columns: ReadonlyMap<Column, number>; readonly ignored: readonly string[] };

/** The first row with a name and something that tells a person from another. */
function findHead(grid: Grid, known: ReadonlyMap<string, Column>): Head | null {
  for (let row = 0; row < Math.min(grid.sheet.cells.length, HEAD_WITHIN); row += 1) {
    const columns = new Map<Column, number>();
    const ignored: string[] = [];
    for (let column = 0; column < grid.width; column += 1) {
      const text = grid.headingAt(row, column);
      const found = known.get(heading(text));
      if (found !== undefined && !columns.has(found)) columns.set(found, column);
      else if (text !== '' && found === undefined) ignored.push(text.slice(0, LONGEST_NAME));
    }
    if (columns.has('name') && (columns.has('idNumber') || columns.has('born'))) return { row, columns, ignored: [...new Set(ignored)] };
  }
  return null;
}

type Cell = { readonly raw: RawCell; readonly text: string };
type Cells = (column: Column) => Cell | RowReason;
const NOTHING: Cell = { raw: null, text: '' };

const cellsOf =
  (grid: Grid, head: Head, row: number): Cells =>
  column => {
    const at = head.columns.get(column);
    if (at === undefined) return NOTHING;
    const flag = grid.flagAt(row, at);
    if (flag !== null) return flag === 'error' ? 'CELL_ERROR' : 'CELL_FORMULA';
    const raw = grid.valueAt(row, at);
    return { raw, text: raw instanceof Date ? dateText(raw) : textOf(raw) };
  };

/** A cell that a spreadsheet keeps as a date. */
const dateText = (date: Date): string => new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 10);

type Identity = { readonly number: string; readonly born: PartialDate; readonly old: boolean };

/** 18 digits, or 15 of the cards before 1999, which stand for the same person. */
function identityOf({ raw, text }: Cell, today: CalendarDate): Identity | null | RowReason {
  if (BLANK.test(text)) return null;
  if ((typeof raw === 'number' && !Number.isSafeInteger(raw)) || TOO_LONG_FOR_NUMBER.test(text)) return 'IDENTITY_AS_NUMBER';
  const full = identityOfFifteen(text);
  const reading = readIdentityNumber(full ?? text, today);
  return reading.ok ? { number: reading.number, born: wholeDay(reading.bornOn), old: full !== null } : 'IDENTITY_WRONG';
}

/** Reads one line; what stands in it wrongly refuses the line, what is merely not understood is left out of it. */
function readRow(
  place: { sheet: string; row: number },
  cells: Cells,
  fields: readonly ExchangeField[],
  today: CalendarDate,
): DepartmentRow {
  const row = { ...place, name: '', idNumber: null, born: null, values: {}, notices: [] };
  const refuse = (refused: RowReason, name = ''): DepartmentRow => ({ ...row, name, refused });
  const name = cells('name');
  if (typeof name === 'string') return refuse(name);
  const read = readPersonNames(name.text);
  if (read.kind === 'none') return refuse('NAME_MISSING');
  const written = canonicalPersonName(name.text);
  const several = read.kind === 'people' ? read.names.length > 1 : read.kind === 'unclear' && read.ways.every(way => way.length > 1);
  if (read.kind === 'refused' || several) return refuse('NAME_UNREADABLE', written.slice(0, 30));
  const number = cells('idNumber');
  if (typeof number === 'string') return refuse(number, written);
  const identity = identityOf(number, today);
  if (typeof identity === 'string') return refuse(identity, written);
  const typed = cells('born');
  if (typeof typed === 'string') return refuse(typed, written);
  const born = BLANK.test(typed.text) ? null : readPartialDate(typed.text);
  if (identity === null && born === null) return refuse(BLANK.test(typed.text) ? 'PERSON_UNKNOWABLE' : 'BORN_UNREADABLE', written);
  const notices: RowReason[] = identity?.old === true ? ['IDENTITY_OLD'] : [];
  const values: { [F in ExchangeField]?: string } = {};
  for (const field of fields) {
    const cell = cells(field);
    if (typeof cell === 'string') return refuse(cell, written);
    // 无 in a column of yes and no says no.
    if (BLANK.test(cell.text) && !(NO.has(cell.text) && optionsOf(field) !== undefined)) continue;
    const value = readField(field, cell.text);
    if (value !== null && value !== '') values[field] = value;
    else if (cell.text !== '' && !BLANK.test(cell.text)) notices.push('VALUE_UNREADABLE');
  }
  return { ...row, name: written, idNumber: identity?.number ?? null, born: identity?.born ?? born, values, refused: null, notices };
}

/** A person is in one list once; whoever comes again is told so, whatever the second line says. */
function oncePerPerson(rows: readonly DepartmentRow[]): DepartmentRow[] {
  const seen = new Set<string>();
  return rows.map(row => {
    if (row.refused !== null) return row;
    const key = row.idNumber ?? `${row.name} ${row.born ?? ''}`;
    if (seen.has(key)) return { ...row, values: {}, refused: 'TWICE' };
    seen.add(key);
    return row;
  });
}

/**
 * Reads a department's list: every line that holds anything becomes a row with its reason when it cannot be used. Fields that are not this
 * department's to state are not taken in, whatever the file holds. A cell merged downwards speaks for each of its lines.
 */
export function readDepartmentList(sheets: readonly RawSheet[], department: Department, today: CalendarDate): DepartmentList {
  const known = columnsOf(department);
  const rows: DepartmentRow[] = [];
  const skipped: string[] = [];
  const ignored = new Set<string>();
  for (const sheet of sheets) {
    const name = visibleText(sheet.name).slice(0, LONGEST_NAME);
    const grid = new Grid(sheet);
    const head = findHead(grid, known);
    if (head === null) {
      skipped.push(name);
      continue;
    }
    for (const each of head.ignored) ignored.add(each);
    const fields = EXCHANGE_FIELD_KEYS.filter(field => head.columns.has(field));
    for (let row = head.row + 1; row < sheet.cells.length; row += 1) {
      if (!(sheet.cells[row] ?? []).some(cell => cell !== null && textOf(cell) !== '')) continue;
      rows.push(readRow({ sheet: name, row: row + 1 }, cellsOf(grid, head, row), fields, today));
    }
  }
  return { rows: oncePerPerson(rows), skipped, ignored: [...ignored] };
}

/** The same for what an official typed, line by line. */
export function readTypedList(people: readonly TypedPerson[], department: Department, today: CalendarDate): DepartmentList {
  const fields = EXCHANGE_FIELD_KEYS.filter(field => fieldOf(field).statedBy.includes(department));
  const rows = people.map(({ name, idNumber, born, values }, at) => {
    const written: { readonly [C in Column]?: string | undefined } = { ...values, name, idNumber, born };
    const cells: Cells = column => ({ raw: null, text: textOf(written[column] ?? '') });
    return readRow({ sheet: '', row: at + 1 }, cells, fields, today);
  });
  return { rows: oncePerPerson(rows), skipped: [], ignored: [] };
}
