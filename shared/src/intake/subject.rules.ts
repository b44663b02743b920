import type { CellPlace, DetailRow, ImportRow, KeyOf, KnownArea, ListRow, Option, Reason, RowKey } from './import.terms.ts';
import { REASONS, type ReasonCode } from './import.words.ts';
import type { FactIndex } from './fact-index.rules.ts';
import { byRow, type Inquiry } from './inquiry.rules.ts';
import type { NameReading } from './person-name.rules.ts';
import { canonicalVillageName, readVillage } from './village-name.rules.ts';

/** One patient as the file describes them; rows that could not be tied to a patient are subjects of their own. */
export class Subject {
  /** Village and name; '' while one of them is not known. */
  readonly key: string;
  readonly name: string;
  readonly areaKey: string;
  readonly list: ListRow[] = [];
  readonly details: DetailRow[] = [];
  readonly reasons: Reason[] = [];
  readonly aliases = new Set<string>();
  /** The rows that another row of the same content repeats. */
  readonly repeats = new Set<RowKey>();

  constructor(areaKey: string, name: string) {
    this.areaKey = areaKey;
    this.name = name;
    this.key = areaKey === '' || name === '' ? '' : subjectKey(areaKey, name);
  }

  get rows(): readonly ImportRow[] {
    return [...this.list, ...this.details].sort((a, b) => byRow(a.key, b.key));
  }

  get rowKeys(): readonly RowKey[] {
    return this.rows.map(row => row.key);
  }

  /** The row whose verdict carries the writes: the first of the list, or of the details where there is no list. */
  get lead(): ImportRow | null {
    return [...this.list].sort((a, b) => byRow(a.key, b.key))[0] ?? this.rows[0] ?? null;
  }

  add(reason: ReasonCode, weight: Reason['weight'], place: CellPlace): void {
    this.reasons.push({ ...place, code: reason, weight, say: REASONS[reason] });
  }

  refuse(reason: ReasonCode, place: CellPlace | undefined = this.lead?.place): void {
    if (place !== undefined) this.add(reason, 'refusal', place);
  }

  wait(place: CellPlace | undefined = this.lead?.place): void {
    if (place !== undefined) this.add('WAITS', 'question', place);
  }

  get refused(): boolean {
    return this.reasons.some(reason => reason.weight === 'refusal');
  }
}

export const subjectKey = (areaKey: string, name: string): string => `${areaKey}/${name}`;
const optionOf = (area: KnownArea): Option => ({ value: area.key, label: area.name });
const pick = (areas: readonly KnownArea[], keys: readonly string[]): KnownArea[] =>
  keys.flatMap(key => areas.find(area => area.key === key) ?? []);

/** The area that a village cell means: by its names, or by what a person answered (then the name becomes an alias). */
function areaOf(row: ImportRow, facts: FactIndex, inquiry: Inquiry): { areaKey: string | null; alias: string | null; waits: boolean } {
  const written = row.village.value;
  if (written === null) return { areaKey: null, alias: null, waits: false };
  const reading = readVillage(written, facts.areas);
  const name = canonicalVillageName(written);
  if (reading.kind === 'known') return { areaKey: reading.areaKey, alias: null, waits: false };
  if (reading.kind === 'several') {
    const areaKey = inquiry.ask('villageAmbiguous', name, [row.key], pick(facts.areas, reading.areaKeys).map(optionOf));
    return { areaKey, alias: null, waits: areaKey === null };
  }
  if (reading.kind === 'none') return { areaKey: null, alias: null, waits: false };
  const suggested = pick(facts.areas, reading.suggestions);
  const others = facts.areas.filter(area => !suggested.includes(area)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const areaKey = inquiry.ask('villageUnknown', name, [row.key], [...suggested, ...others].map(optionOf));
  return { areaKey, alias: areaKey === null ? null : name, waits: areaKey === null };
}

/** The one patient that a cell names, or null while a person has to choose. */
function patientOf(row: ImportRow, inquiry: Inquiry): string | null {
  const { reading, written } = row.patient;
  if (reading.kind === 'people' && reading.names.length === 1) return reading.names[0] ?? null;
  if (reading.kind !== 'unclear') return null;
  return inquiry.ask('nameUnclear', written, [row.key], soloWays(reading));
}

/** The ways to read an unclear cell as one person. */
export const soloWays = (reading: Extract<NameReading, { kind: 'unclear' }>): Option[] =>
  reading.ways.filter(way => way.length === 1).map(way => ({ value: way.join('、'), label: way.join('、') }));

/** Which of the places a row of the details without a village belongs to. */
function placesOf(detail: DetailRow, name: string, subjects: ReadonlyMap<string, Subject>, facts: FactIndex, keyOf: KeyOf): string[] {
  const listed = [...subjects.values()].filter(subject => subject.name === name && subject.list.length > 0).map(subject => subject.areaKey);
  const number = detail.identityNumber.value;
  const named = facts.patientsNamed(name);
  const byIdentity = number === null ? [] : named.filter(patient => patient.identityKey === keyOf.identity(number));
  const known = byIdentity.length > 0 ? byIdentity : named;
  const exact = byIdentity.map(patient => patient.areaKey).filter(areaKey => listed.length === 0 || listed.includes(areaKey));
  if (exact.length > 0) return [...new Set(exact)].sort();
  return [...new Set(listed.length > 0 ? listed : known.map(patient => patient.areaKey))].sort();
}

/** Ties every row to a subject: rows of the list by village and name, rows of the details to them. No row is left out. */
export function gatherSubjects(rows: readonly ImportRow[], facts: FactIndex, keyOf: KeyOf, inquiry: Inquiry): Subject[] {
  const known = new Map<string, Subject>();
  const loose: Subject[] = [];
  const at = (areaKey: string, name: string): Subject => {
    const key = subjectKey(areaKey, name);
    const subject = known.get(key) ?? new Subject(areaKey, name);
    known.set(key, subject);
    return subject;
  };
  const put = (subject: Subject, row: ImportRow): void => {
    if (row.part === 'list') subject.list.push(row);
    else subject.details.push(row);
    subject.reasons.push(...row.faults);
  };
  const putLoose = (row: ImportRow, name: string, then: (subject: Subject) => void): void => {
    const subject = new Subject('', name);
    put(subject, row);
    then(subject);
    loose.push(subject);
  };
  /** Names in the details that could not be placed: the list's patients of that name wait, or they would be written by half. */
  const undecided = new Map<string, RowKey>();
  const place = (row: ImportRow): void => {
    const area = areaOf(row, facts, inquiry);
    const name = patientOf(row, inquiry);
    if (name === null)
      return putLoose(row, '', subject => (row.patient.reading.kind === 'unclear' ? subject.wait(row.patient.place) : undefined));
    if (row.part === 'details' && area.areaKey === null && !area.waits) return placeDetail(row, name);
    if (area.areaKey === null) {
      if (row.part === 'details') undecided.set(name, row.key);
      return putLoose(row, name, subject => (area.waits ? subject.wait(row.village.place) : undefined));
    }
    const subject = at(area.areaKey, name);
    if (area.alias !== null) subject.aliases.add(area.alias);
    put(subject, row);
  };
  const placeDetail = (row: DetailRow, name: string): void => {
    const places = placesOf(row, name, known, facts, keyOf);
    const [only] = places;
    if (only === undefined) {
      const pending = loose.filter(subject => subject.list.length > 0 && subject.name === name);
      return putLoose(row, name, subject => {
        if (pending.length === 0) return subject.refuse('DETAILS_ALONE', row.patient.place);
        if (pending.every(partner => partner.refused)) return subject.refuse('PARTNER_REFUSED', row.place);
        for (const partner of pending) for (const key of partner.rowKeys) inquiry.bind(key, [row.key]);
        subject.wait(row.place);
      });
    }
    const about = `${name}/${row.identityNumber.value ?? row.guardian.written}`;
    const areaKey = places.length === 1 ? only : inquiry.ask('whichPatient', about, [row.key], pick(facts.areas, places).map(optionOf));
    if (areaKey !== null) return put(at(areaKey, name), row);
    undecided.set(name, row.key);
    putLoose(row, name, subject => subject.wait(row.patient.place));
  };
  // The list first: the details are looked up in it.
  for (const row of rows) if (row.part === 'list') place(row);
  for (const row of rows) if (row.part === 'details') place(row);
  for (const subject of known.values()) {
    const detail = undecided.get(subject.name);
    if (detail === undefined) continue;
    inquiry.bind(detail, subject.rowKeys);
    subject.wait();
  }
  return [...[...known.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), ...loose];
}
