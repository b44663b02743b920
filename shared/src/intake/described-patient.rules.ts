import { SEATS, type Seat, type StaffSeat } from '../care-team/seats.terms.ts';
import { GUARDIAN_RELATION_CODES, GUARDIAN_RELATIONS, type GuardianRelation } from '../registry/guardian-relation.rules.ts';
import { DIAGNOSES, DIAGNOSIS_CODES, type Diagnosis } from '../registry/diagnosis.rules.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import type { DetailRow, Field, ListRow, NameCell, Option, PatientDetails } from './import.terms.ts';
import { fingerprint, type Inquiry } from './inquiry.rules.ts';
import { soloWays, type Subject } from './subject.rules.ts';

export const STAFF_SEATS = SEATS.filter((seat): seat is StaffSeat => seat !== 'guardian');
export type NamedGuardian = { readonly name: string; readonly relation: GuardianRelation | null; readonly mobile: string | null };
/** What the file says of one patient once its cells are read; null where a person must decide first. */
export type Described = {
  readonly subject: Subject;
  readonly seats: Readonly<Record<StaffSeat, readonly string[] | null>>;
  readonly guardians: readonly NamedGuardian[] | null;
  readonly details: PatientDetails;
  /** Null: the file says nothing of it. */
  readonly state: Field<PatientState> | null;
};
/** The names that hold a seat of the patient today, to recognise what was settled before. */
export type CurrentNames = (seat: Seat) => readonly string[];

const JOINT = '、';
const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every(one => b.includes(one));
const option = (names: readonly string[]): Option => ({ value: names.join(JOINT), label: names.join(JOINT) });

/** The names of a holder cell; one that can be read in several ways, or names several people, is asked about unless it says what already is. */
function holdersOf(cell: NameCell, seat: Seat, subject: Subject, current: readonly string[], inquiry: Inquiry): readonly string[] | null {
  const { reading } = cell;
  if (reading.kind === 'none') return [];
  if (reading.kind === 'refused') return null;
  const ways = reading.kind === 'people' ? [reading.names] : reading.ways;
  const [first] = ways;
  if (first !== undefined && ways.length === 1 && first.length === 1 && reading.kind === 'people') return first;
  const settled = ways.find(way => sameSet(way, current));
  if (settled !== undefined) return settled;
  // Staff of a village stand on many rows: one answer serves all of them. A guardian is this patient's.
  const about = `${seat === 'guardian' ? subject.key : subject.areaKey}/${seat}/${ways.map(way => way.join(JOINT)).join('|')}`;
  const answer =
    reading.kind === 'unclear'
      ? inquiry.ask('nameUnclear', about, subject.rowKeys, ways.map(option))
      : inquiry.ask('twoHolders', about, subject.rowKeys, [option(reading.names), ...reading.names.map(name => option([name]))]);
  if (answer === null) subject.wait(cell.place);
  return answer?.split(JOINT) ?? null;
}

/** What makes two rows of the list say the same. */
const contentOf = (row: ListRow): string =>
  SEATS.map(seat => {
    const { reading, written } = row.seats[seat];
    return reading.kind === 'people' ? reading.names.join(JOINT) : reading.kind === 'none' ? '' : written;
  }).join('|');

/** The row of the list that counts; its repetitions are told, contradictions are asked about. */
function chosenRow(subject: Subject, inquiry: Inquiry): ListRow | null {
  const contents = new Map<string, ListRow>();
  const inOrder = subject.rows.filter((row): row is ListRow => row.part === 'list');
  for (const row of inOrder) if (!contents.has(contentOf(row))) contents.set(contentOf(row), row);
  const choices = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
  const [first] = inOrder;
  if (choices.length <= 1) {
    for (const row of inOrder.slice(1)) {
      subject.repeats.add(row.key);
      subject.add('DUPLICATE', 'notice', row.place);
    }
    if (inOrder.length > 1) inquiry.tell('duplicateRow', subject.key, subject.rowKeys);
    return first ?? null;
  }
  const about = `${subject.key}/${choices.map(([content]) => content).join('//')}`;
  const options = choices.map(([content, row]) => ({
    value: fingerprint(content),
    label: `以「${row.place.sheet}」第 ${row.place.row} 行为准`,
  }));
  const answer = inquiry.ask('duplicateConflict', about, subject.rowKeys, options);
  if (answer === null) subject.wait();
  return answer === null ? null : (choices.find(([content]) => fingerprint(content) === answer)?.[1] ?? null);
}

/** A word of a fixed list: read, or chosen by a person among all of them; 'none' leaves it open. */
function wordOf<T extends string>(
  field: Field<T>,
  code: 'diagnosisUnknown' | 'relationUnknown',
  options: readonly Option[],
  subject: Subject,
  inquiry: Inquiry,
): T | null {
  if (field.value !== null || field.written === '') return field.value;
  const answer = inquiry.ask(code, field.written, subject.rowKeys, [...options, { value: 'none', label: '先不填写' }]);
  if (answer === null) subject.wait(field.place);
  return answer === null || answer === 'none' ? null : (answer as T);
}

const DIAGNOSIS_OPTIONS = DIAGNOSIS_CODES.map(code => ({ value: code, label: DIAGNOSES[code].label }));
const RELATION_OPTIONS = GUARDIAN_RELATION_CODES.map(code => ({ value: code, label: GUARDIAN_RELATIONS[code] }));

/** The guardian that a row of the details names; null: none, or a person must choose. */
function guardianNameOf(row: DetailRow, subject: Subject, current: readonly string[], inquiry: Inquiry): string | null {
  const { reading, place, written } = row.guardian;
  if (reading.kind === 'people') return reading.names[0] ?? null;
  if (reading.kind !== 'unclear') return null;
  const options = soloWays(reading);
  const settled = options.find(one => current.includes(one.value));
  const answer = settled?.value ?? inquiry.ask('nameUnclear', `${subject.key}/guardian/${written}`, subject.rowKeys, options);
  if (answer === null) subject.wait(place);
  return answer;
}

/** Joins what rows say of one thing: the only value, or null with the refusal when they contradict each other. */
function agreed<T>(subject: Subject, fields: readonly { readonly value: T | null; readonly place: DetailRow['place'] }[]): T | null {
  const values = fields.filter(field => field.value !== null);
  const [first] = values;
  const other = values.find(field => field.value !== first?.value);
  if (other !== undefined) subject.refuse('DETAILS_CONFLICT', other.place);
  return first?.value ?? null;
}

/** Guardians of the details by name, with the phone and relation that stand beside them. */
function guardiansInDetails(
  subject: Subject,
  listed: readonly string[] | null,
  current: readonly string[],
  inquiry: Inquiry,
): Map<string, NamedGuardian> {
  const byName = new Map<string, DetailRow[]>();
  for (const row of subject.details) {
    const named = guardianNameOf(row, subject, current, inquiry);
    // A sheet without the column 监护人 means the only guardian of the list.
    const name = named ?? (row.guardian.reading.kind === 'none' && listed?.length === 1 ? (listed[0] ?? null) : null);
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), row]);
    else if (
      row.guardian.reading.kind === 'none' &&
      listed !== null &&
      (row.guardianMobile.written !== '' || row.relation.written !== '')
    ) {
      subject.refuse('GUARDIAN_MISSING_FOR_MOBILE', row.guardian.place);
    }
  }
  const guardians = new Map<string, NamedGuardian>();
  for (const [name, rows] of byName) {
    const relations = rows.map(row => ({
      value: wordOf(row.relation, 'relationUnknown', RELATION_OPTIONS, subject, inquiry),
      place: row.relation.place,
    }));
    const relation = agreed(subject, relations);
    guardians.set(name, {
      name,
      relation,
      mobile: agreed(
        subject,
        rows.map(row => row.guardianMobile),
      ),
    });
  }
  return guardians;
}

function guardiansOf(subject: Subject, row: ListRow | null, current: readonly string[], inquiry: Inquiry): readonly NamedGuardian[] | null {
  const listed =
    row === null ? (subject.list.length > 0 ? null : []) : holdersOf(row.seats.guardian, 'guardian', subject, current, inquiry);
  const detailed = guardiansInDetails(subject, listed, current, inquiry);
  if (listed === null) return null;
  const names = [...detailed.keys()].sort();
  const extra = names.filter(name => !listed.includes(name));
  let chosen: readonly string[] = listed.length === 0 ? names : listed;
  if (listed.length > 0 && extra.length > 0) {
    const all = [...listed, ...extra];
    const about = `${subject.key}/${listed.join(JOINT)}/${names.join(JOINT)}`;
    const ways = [listed, names, all].filter((way, at, ways) => ways.findIndex(other => sameSet(way, other)) === at);
    const answer = inquiry.ask('guardiansDiffer', about, subject.rowKeys, ways.map(option));
    if (answer === null) {
      subject.wait(subject.details[0]?.guardian.place);
      return null;
    }
    chosen = answer.split(JOINT);
  }
  if (chosen.includes(subject.name)) subject.refuse('GUARDIAN_IS_PATIENT', (row ?? subject.lead)?.place);
  return [...chosen].sort().map(name => detailed.get(name) ?? { name, relation: null, mobile: null });
}

function detailsOf(subject: Subject, inquiry: Inquiry): PatientDetails {
  const { details } = subject;
  const diagnoses = details.map(row => ({
    value: wordOf(row.diagnosis, 'diagnosisUnknown', DIAGNOSIS_OPTIONS, subject, inquiry),
    place: row.diagnosis.place,
  }));
  const identityNumber = agreed(
    subject,
    details.map(row => row.identityNumber),
  );
  const mobile = agreed(
    subject,
    details.map(row => row.mobile),
  );
  const diagnosis = agreed<Diagnosis>(subject, diagnoses);
  const riskRating = agreed(
    subject,
    details.map(row => row.riskRating),
  );
  return {
    ...(identityNumber !== null && { identityNumber }),
    ...(mobile !== null && { mobile }),
    ...(diagnosis !== null && { diagnosis }),
    ...(riskRating !== null && { riskRating }),
  };
}

function stateOf(subject: Subject): Field<PatientState> | null {
  const fields = subject.details.map(row => row.state);
  const value = agreed(subject, fields);
  return fields.find(field => value !== null && field.value === value) ?? null;
}

/** Reads all cells of one patient into what they say. */
export function describePatient(subject: Subject, current: CurrentNames, inquiry: Inquiry): Described {
  const row = chosenRow(subject, inquiry);
  const silent = row === null && subject.list.length === 0;
  const seats = Object.fromEntries(
    STAFF_SEATS.map(seat => [
      seat,
      row === null ? (silent ? [] : null) : holdersOf(row.seats[seat], seat, subject, current(seat), inquiry),
    ]),
  ) as Record<StaffSeat, readonly string[] | null>;
  const guardians = guardiansOf(subject, row, current('guardian'), inquiry);
  return { subject, seats, guardians, details: detailsOf(subject, inquiry), state: stateOf(subject) };
}
