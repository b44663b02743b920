import { canonicalVillageName } from './village-name.rules.ts';
import type { CellPlace, Field, NameCell, Reason, RowKey } from './import.terms.ts';
import { REASONS, type ReasonCode } from './import.words.ts';
import { readPersonNames, type NameReading } from './person-name.rules.ts';
import { textOf, type ColumnRole, type Grid, type Head } from './sheet-head.rules.ts';

/** Marks for "nothing here" in a column that holds no name. */
const NOTHING = /^(?:[-–—/\\]+|无|暂无|空|不详|未知)?$/;
const TOO_LONG_FOR_NUMBER = /^\d(?:\.\d+)?E\+\d+$/i;

/** What reading a cell came to. Neither value nor fault: the words are not known. */
export type Outcome<T> = { readonly value: T | null; readonly fault: ReasonCode | null };

/** Whether the cell names more than one person however it is read. */
export const namesSeveral = (reading: NameReading): boolean =>
  reading.kind === 'people' ? reading.names.length > 1 : reading.kind === 'unclear' && reading.ways.every(way => way.length > 1);

/** The cells of one row by the role of their column; gathers what is wrong with them. */
export class Cells {
  readonly key: RowKey;
  readonly place: CellPlace;
  readonly faults: Reason[] = [];
  readonly #grid: Grid;
  readonly #head: Head;
  readonly #row: number;

  constructor(grid: Grid, head: Head, row: number, key: RowKey) {
    this.#grid = grid;
    this.#head = head;
    this.#row = row;
    this.key = key;
    this.place = grid.placeOf(row, null);
  }

  refuse(code: ReasonCode, place: CellPlace): void {
    this.faults.push({ ...place, code, weight: 'refusal', say: REASONS[code] });
  }

  /** The text of the role's cell; a cell that no person typed (formula, error, date) is refused and reads as blank. */
  #text(role: ColumnRole): { readonly place: CellPlace; readonly written: string; readonly raw: unknown } {
    const column = this.#head.columns.get(role) ?? null;
    const place = this.#grid.placeOf(this.#row, column);
    if (column === null) return { place, written: '', raw: null };
    const raw = this.#grid.valueAt(this.#row, column);
    const flag = this.#grid.flagAt(this.#row, column);
    const fault = flag === null ? (raw instanceof Date ? 'CELL_DATE' : null) : flag === 'error' ? 'CELL_ERROR' : 'CELL_FORMULA';
    if (fault !== null) {
      this.refuse(fault, place);
      return { place, written: '', raw: null };
    }
    return { place, written: textOf(raw), raw };
  }

  /** A cell that names people. */
  name(role: ColumnRole): NameCell {
    const { place, written } = this.#text(role);
    const reading = readPersonNames(written);
    if (reading.kind === 'refused') this.refuse(reading.fault, place);
    return { place, written, reading };
  }

  /** Words that somebody else decides about, in one written form. */
  words(role: ColumnRole): Field<string> {
    const { place, written } = this.#text(role);
    const value = canonicalVillageName(written);
    return { place, written, value: NOTHING.test(value) ? null : value };
  }

  /** A cell that `read` understands or not; a fault refuses the row, a value of null leaves the words for a person. */
  field<T>(role: ColumnRole, read: (written: string) => Outcome<T>): Field<T> {
    const { place, written, raw } = this.#text(role);
    if (NOTHING.test(written)) return { place, written: '', value: null };
    const lostDigits =
      role === 'identityNumber' && ((typeof raw === 'number' && !Number.isSafeInteger(raw)) || TOO_LONG_FOR_NUMBER.test(written));
    const { value, fault } = lostDigits ? { value: null, fault: 'IDENTITY_AS_NUMBER' as const } : read(written);
    if (fault !== null) this.refuse(fault, place);
    return { place, written, value };
  }

  /** A row of the list or the details is about exactly one patient. */
  needPatient(patient: NameCell): void {
    const { reading, place } = patient;
    if (reading.kind === 'none') this.refuse('PATIENT_MISSING', place);
    if (namesSeveral(reading)) this.refuse('PATIENT_SEVERAL', place);
  }
}
