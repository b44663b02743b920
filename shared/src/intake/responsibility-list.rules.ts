import { SEATS, type Seat } from '../care-team/seats.terms.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { compactText } from '../kernel/plain-text.ts';
import { readDetailRow } from './detail-row.rules.ts';
import type {
  CellPlace,
  DetailRow,
  ImportRow,
  ListRow,
  NameCell,
  RawSheet,
  ReadList,
  ReadSheet,
  Reason,
  SkippedKind,
  SkippedRow,
} from './import.terms.ts';
import { REASONS, type ReasonCode } from './import.words.ts';
import { Cells } from './row-cells.rules.ts';
import { findHead, Grid, headingOf, kindOfHead, repeatsHead, textOf, type ColumnRole, type Head } from './sheet-head.rules.ts';

const TOTAL = /^(?:本页|全镇|全村)?(?:合计|总计|小计|共计|总人数)|^共\d+[人名户]/;
const NOTE =
  /^(?:备注|附注|注|说明|填表说明|填报说明|填表人|填报人|填报单位|制表人|制表|审核人|审核|复核|负责人|联系人|经办人|单位\(盖章\)|填表日期|填报日期|日期)(?:[\d:.,、(]|$)/;
/** One text alone over this many merged columns is a heading or a remark, not a patient. */
const WIDE = 3;

const problem = (place: CellPlace, code: ReasonCode, weight: Reason['weight'] = 'refusal'): Reason => ({
  ...place,
  code,
  weight,
  say: REASONS[code],
});

/** What kind of line a row below the head is; null: a patient's. */
function skippedKind(grid: Grid, head: Head, row: number): SkippedKind | null {
  const filled = Array.from({ length: grid.width }, (_, column) => column).filter(column => {
    const value = grid.valueAt(row, column);
    return value instanceof Date || textOf(value) !== '';
  });
  const [first] = filled;
  const repeatedOnly = filled.every(column => (grid.mergedAt(row, column)?.top ?? row) < row);
  // Rows that are only numbered, or only covered by a range merged from above, are left over from the template.
  if (
    first === undefined ||
    repeatedOnly ||
    filled.every(column => column === head.columns.get('index') && /^\d+$/.test(textOf(grid.valueAt(row, column))))
  ) {
    return 'blank';
  }
  if (repeatsHead(grid, head, row)) return 'head';
  const texts = [first, head.columns.get('patient') ?? first].map(column => compactText(textOf(grid.valueAt(row, column))));
  if (texts.some(text => TOTAL.test(text))) return 'total';
  if (texts.some(text => NOTE.test(text))) return 'note';
  const range = grid.mergedAt(row, first);
  if (filled.length === 1 && range !== null && range.right - range.left + 1 >= WIDE) return 'note';
  return null;
}

function readListRow(cells: Cells): ListRow {
  const patient = cells.name('patient');
  const seats = Object.fromEntries(SEATS.map(seat => [seat, cells.name(seat)])) as Record<Seat, NameCell>;
  const village = cells.words('village');
  cells.needPatient(patient);
  if (village.value === null) cells.refuse('VILLAGE_MISSING', village.place);
  return { part: 'list', key: cells.key, place: cells.place, patient, village, seats, faults: cells.faults };
}

/** Roles that must stand in the head of a list; a missing post is told and read as blank. */
function headProblems(grid: Grid, head: Head, kind: 'list' | 'details'): Reason[] {
  const at = (column: number | null) => grid.placeOf(head.lastRow, column);
  const words = (role: ColumnRole, code: ReasonCode, weight: Reason['weight'], column: number | null): Reason => ({
    ...problem(at(column), code, weight),
    say: `${REASONS[code]}：${headingOf(role)}`,
  });
  const wanted: readonly ColumnRole[] = kind === 'list' ? ['village', ...SEATS] : ['identityNumber'];
  return [
    ...head.twice
      .filter(one => one.role !== 'index' && one.role !== 'remark')
      .map(one => words(one.role, 'HEAD_COLUMN_TWICE', 'refusal', one.column)),
    ...wanted
      .filter(role => !head.columns.has(role))
      .map(role => words(role, 'HEAD_COLUMN_MISSING', role === 'village' ? 'refusal' : 'notice', null)),
  ];
}

type SheetReading = { readonly sheet: ReadSheet; readonly rows: ImportRow[]; readonly skipped: SkippedRow[]; readonly problems: Reason[] };

function readSheet(sheet: RawSheet, at: number, today: CalendarDate): SheetReading {
  const grid = new Grid(sheet);
  const head = findHead(grid);
  const kind = head === null ? 'other' : kindOfHead(head);
  if (head === null || kind === 'other')
    return { sheet: { name: sheet.name, kind: 'other', ignored: [] }, rows: [], skipped: [], problems: [] };
  const rows: (ListRow | DetailRow)[] = [];
  const skipped: SkippedRow[] = [];
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const above = row <= head.lastRow;
    const skip = above ? (row === head.lastRow || repeatsHead(grid, head, row) ? 'head' : 'title') : skippedKind(grid, head, row);
    if (skip !== null) skipped.push({ place: grid.placeOf(row, null), kind: skip });
    else {
      const cells = new Cells(grid, head, row, `s${at}r${row + 1}`);
      rows.push(kind === 'list' ? readListRow(cells) : readDetailRow(cells, today));
    }
  }
  const ignored = head.ignored.map(column => grid.placeOf(head.lastRow, column));
  return { sheet: { name: sheet.name, kind, ignored }, rows, skipped, problems: headProblems(grid, head, kind) };
}

/** Two files may both have a Sheet1; people must be able to tell which one a row number is about. */
const nameApart = (sheets: readonly RawSheet[]): RawSheet[] =>
  sheets.map((sheet, at) => {
    const before = sheets.slice(0, at).filter(other => other.name === sheet.name).length;
    return before === 0 ? sheet : { ...sheet, name: `${sheet.name}（${before + 1}）` };
  });

/**
 * Reads a responsibility list and its details out of the sheets of one or two files (concatenated). Nothing is looked up: whether a
 * village or a person is known is decided by `planImport`. `today` bounds dates of birth.
 */
export function readResponsibilityList(sheets: readonly RawSheet[], today: CalendarDate): ReadList {
  const readings = nameApart(sheets).map((sheet, at) => readSheet(sheet, at, today));
  const rows = readings.flatMap(reading => reading.rows);
  const found = readings.some(reading => reading.sheet.kind !== 'other');
  const whole: CellPlace = { sheet: sheets[0]?.name ?? '', row: 1, column: '' };
  const general = !found ? [problem(whole, 'HEAD_NOT_FOUND')] : rows.length === 0 ? [problem(whole, 'NO_ROWS')] : [];
  return {
    sheets: readings.map(reading => reading.sheet),
    rows,
    skipped: readings.flatMap(reading => reading.skipped),
    problems: [...general, ...readings.flatMap(reading => reading.problems)],
  };
}
