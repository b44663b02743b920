import type { Seat, StaffSeat } from '../care-team/seats.terms.ts';
import type { Diagnosis } from '../registry/diagnosis.rules.ts';
import type { GuardianRelation } from '../registry/guardian-relation.rules.ts';
import type { FirstState, PatientState } from '../registry/registry.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { MismatchCode, ReasonCode } from './import.words.ts';
import type { NameReading } from './person-name.rules.ts';

/*
 * Words of the import of a responsibility list (责任清单).
 *   grid     what stands in a sheet, cell by cell, as the file reader hands it over
 *   row      one line of the list (who is responsible for a patient) or of the details (identity, diagnosis, guardian's phone)
 *   subject  one patient as the file describes them: rows of the list and of the details that belong together
 *   facts    what the county already knows: areas, patients, persons, seats, guardianships
 *   mismatch something a person should see; an *open* one stops its rows until a person answers it
 *   verdict  what would happen to a row; only rows that a person then confirms are written
 *   write    one thing to record; keys of new things are temporary and are replaced by ids where they are stored
 * Keys and labels of mismatches contain names: they belong in bodies and sealed columns, never in a log or a URL.
 */

/** An upload waits for a person, who confirms rows of it or puts it aside. */
export const IMPORT_STATES = ['previewed', 'confirmed', 'discarded'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What one cell holds; a formula is represented by the value that the file had stored for it. */
export type RawCell = string | number | boolean | Date | null;
/** Zero-based, inclusive. Only the top left cell of a merged range holds a value. */
export type MergedRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
/** `formula`: computed by the spreadsheet. `formulaLike`: text that a spreadsheet would run as a formula. `error`: #REF! and the like. */
export type CellFlag = { readonly row: number; readonly column: number; readonly kind: 'formula' | 'formulaLike' | 'error' };
export type RawSheet = {
  readonly name: string;
  /** cells[row][column], both zero-based from A1; rows may be of different length. */
  readonly cells: readonly (readonly RawCell[])[];
  readonly merges: readonly MergedRange[];
  readonly flags: readonly CellFlag[];
};

/** A place as a person finds it in the spreadsheet: row from 1, column as letters; column '' means the whole row. */
export type CellPlace = { readonly sheet: string; readonly row: number; readonly column: string };
export type Reason = CellPlace & {
  readonly code: ReasonCode;
  /** `refusal` and `question` keep the row from being written. */
  readonly weight: 'refusal' | 'question' | 'notice';
  /** Plain Chinese, without any value of the cell. */
  readonly say: string;
};

/** Unique in one preview: 's0r5' is row 5 of the first sheet. */
export type RowKey = string;
export type NameCell = { readonly place: CellPlace; readonly written: string; readonly reading: NameReading };
/** `written` and no `value`: the words are not known. Neither: blank. */
export type Field<T> = { readonly place: CellPlace; readonly written: string; readonly value: T | null };

export type ListRow = {
  readonly part: 'list';
  readonly key: RowKey;
  readonly place: CellPlace;
  readonly patient: NameCell;
  readonly village: Field<string>;
  readonly seats: Readonly<Record<Seat, NameCell>>;
  /** What is wrong with the row whatever the county knows. */
  readonly faults: readonly Reason[];
};
export type DetailRow = {
  readonly part: 'details';
  readonly key: RowKey;
  readonly place: CellPlace;
  readonly patient: NameCell;
  /** Blank where the sheet has no such column. */
  readonly village: Field<string>;
  readonly identityNumber: Field<string>;
  readonly mobile: Field<string>;
  readonly diagnosis: Field<Diagnosis>;
  readonly riskRating: Field<RiskRating>;
  readonly state: Field<PatientState>;
  readonly guardian: NameCell;
  readonly relation: Field<GuardianRelation>;
  readonly guardianMobile: Field<string>;
  readonly faults: readonly Reason[];
};
export type ImportRow = ListRow | DetailRow;

export type SkippedKind = 'title' | 'head' | 'blank' | 'total' | 'note';
export type SkippedRow = { readonly place: CellPlace; readonly kind: SkippedKind };
/** A sheet as it was understood; `other`: neither list nor details, not read. */
export type ReadSheet = {
  readonly name: string;
  readonly kind: 'list' | 'details' | 'other';
  /** Headings that no rule knows; their columns are not read. */
  readonly ignored: readonly CellPlace[];
};
export type ReadList = {
  readonly sheets: readonly ReadSheet[];
  readonly rows: readonly ImportRow[];
  readonly skipped: readonly SkippedRow[];
  /** What is wrong with the sheets as wholes; a refusal here means that nothing can be imported. */
  readonly problems: readonly Reason[];
};

/** A village or urban community; `aliases` are the other names that a person has confirmed. */
export type KnownArea = { readonly key: string; readonly name: string; readonly townshipKey: string; readonly aliases: readonly string[] };
export type PatientFact = {
  readonly key: string;
  readonly name: string;
  readonly areaKey: string;
  readonly identityKey: string | null;
  readonly mobileKey: string | null;
  readonly diagnosis: Diagnosis | null;
  readonly riskRating: RiskRating | null;
  readonly state: PatientState;
};
/** `serves`: the seats that the person fills for a village. A person who serves nowhere is known as a guardian only. */
export type PersonFact = {
  readonly key: string;
  readonly name: string;
  readonly mobileKey: string | null;
  readonly serves: readonly { readonly seat: StaffSeat; readonly areaKey: string }[];
};
export type SeatFact = { readonly patientKey: string; readonly seat: StaffSeat; readonly personKey: string };
export type GuardianshipFact = { readonly patientKey: string; readonly personKey: string; readonly relation: GuardianRelation | null };
/** Everything current in the areas that the importing official answers for. Names are canonical (`canonicalPersonName`). */
export type ImportFacts = {
  readonly areas: readonly KnownArea[];
  readonly patients: readonly PatientFact[];
  readonly persons: readonly PersonFact[];
  readonly seats: readonly SeatFact[];
  readonly guardianships: readonly GuardianshipFact[];
  /** Digests of identity numbers of this file that belong to a patient outside these areas. */
  readonly identitiesElsewhere: readonly string[];
};
/** Turns a number into the key that facts know it by, e.g. a keyed digest. The same number always gives the same key. */
export type KeyOf = { readonly identity: (number: string) => string; readonly mobile: (mobile: string) => string };
/** What a person answered, by the key of the mismatch. Those of earlier imports of the same areas may be given too. */
export type Answers = Readonly<Record<string, string>>;

export type Option = { readonly value: string; readonly label: string };
export type Mismatch = {
  readonly key: string;
  readonly code: MismatchCode;
  readonly say: string;
  readonly rows: readonly RowKey[];
  /** Empty: only to be seen. */
  readonly options: readonly Option[];
  readonly answer: string | null;
  /** Whether its rows wait for an answer. */
  readonly open: boolean;
};

export type PatientDetails = {
  readonly identityNumber?: string;
  readonly mobile?: string;
  readonly diagnosis?: Diagnosis;
  readonly riskRating?: RiskRating;
};
/** One thing to record. `patient` and `person` are keys of facts, or temporary keys that a `patient` or `person` write introduces. */
export type Write =
  | { readonly kind: 'alias'; readonly areaKey: string; readonly alias: string }
  /** `state`: where the file begins when the list says so; else somebody on a responsibility list is in care. */
  | { readonly kind: 'patient'; readonly patient: string; readonly name: string; readonly areaKey: string; readonly state?: FirstState }
  | { readonly kind: 'patientDetails'; readonly patient: string; readonly set: PatientDetails }
  | { readonly kind: 'person'; readonly person: string; readonly name: string; readonly townshipKey: string }
  /** The phone that the person may be invited by; it signs nobody in by itself. */
  | { readonly kind: 'personMobile'; readonly person: string; readonly mobile: string }
  | { readonly kind: 'serve'; readonly person: string; readonly seat: StaffSeat; readonly areaKey: string }
  | { readonly kind: 'endSeat'; readonly patient: string; readonly seat: StaffSeat; readonly person: string }
  | { readonly kind: 'seat'; readonly patient: string; readonly seat: StaffSeat; readonly person: string }
  | { readonly kind: 'endGuardianship'; readonly patient: string; readonly person: string }
  | { readonly kind: 'guardianship'; readonly patient: string; readonly person: string; readonly relation: GuardianRelation | null }
  | { readonly kind: 'relation'; readonly patient: string; readonly person: string; readonly relation: GuardianRelation };

export type Verdict = 'create' | 'unchanged' | 'change' | 'needsConfirmation' | 'refused';
export type PlannedRow = {
  readonly key: RowKey;
  readonly part: ImportRow['part'];
  readonly place: CellPlace;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Keys of the open mismatches it waits for. */
  readonly waitsFor: readonly string[];
  /** The row that carries the writes of this patient: rows of one patient are confirmed together or not at all. */
  readonly lead: RowKey;
  /** All that confirming the row records, in the order to record it; empty except on the lead row of a `create` or `change`. */
  readonly writes: readonly Write[];
};
export type ImportPlan = { readonly rows: readonly PlannedRow[]; readonly mismatches: readonly Mismatch[] };
