import type { FoundOn, StandingFacts } from '@guanhu/shared/assessment/standing.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { Proposal } from '@guanhu/shared/assessment/classification.rules';
import type { FormAnswers } from '@guanhu/shared/visits/answers.rules';
import type { Tried } from '@guanhu/shared/visits/misses.rules';
import { metInPerson } from '@guanhu/shared/visits/met.rules';
import type { VisitPlace } from '@guanhu/shared/visits/place.rules';
import type { VisitScore } from '@guanhu/shared/visits/score.rules';
import type { VisitFlag } from '@guanhu/shared/visits/visit-flags.rules';
import type { NationalRecord, QuickRecord, RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import type { VisitResult, VisitState } from '@guanhu/shared/visits/visits.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** By which editions a record was filled in: of the national norm, and of the county's additions (0: none). */
export type Edition = { readonly national: number; readonly local: number };
/** What is sealed beside the record. */
export type VisitDetails = {
  readonly proposed: Proposal | null;
  readonly lateReason: string | null;
  readonly absorbed: { readonly visitId: Id; readonly fields: readonly string[] } | null;
  readonly score: (VisitScore & { readonly answers: FormAnswers }) | null;
};
export type WholeVisit = VisitRow & {
  readonly place: VisitPlace | null;
  readonly record: NationalRecord | QuickRecord | null;
  readonly details: VisitDetails | null;
};

export type VisitRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly personId: Id;
  readonly seat: VisitingSeat;
  readonly at: Date;
  readonly on: CalendarDate;
  readonly state: VisitState;
  readonly result: VisitResult | null;
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  readonly version: number;
  readonly checkedInAt: Date;
  readonly recordedAt: Date | null;
  readonly form: RecordForm;
  readonly flags: readonly VisitFlag[];
  readonly national: number | null;
  readonly local: number | null;
};
type Sealed = { readonly place_sealed: Buffer | null; readonly record_sealed: Buffer | null; readonly details_sealed: Buffer | null };

const COLUMNS = `id, patient_id AS "patientId", person_id AS "personId", seat, at, on_day AS on, state, result, risk, stability, version,
  checked_in_at AS "checkedInAt", recorded_at AS "recordedAt", form, flags, national, local`;
const column = (row: Id, name: keyof Sealed) => ({ table: 'visit', row, column: name });

/** @returns whether the visit is new; a visit that was checked in before stays as it was. */
export async function insertVisit(
  tx: Tx,
  vault: CountyVault,
  visit: {
    id: Id;
    patientId: Id;
    personId: Id;
    seat: VisitingSeat;
    taskId: Id | null;
    at: Date;
    on: CalendarDate;
    place: VisitPlace | null;
    flags: readonly VisitFlag[];
    now: Date;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO visit (county_id, id, patient_id, person_id, seat, task_id, at, on_day, place_sealed, flags, checked_in_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      visit.id,
      visit.patientId,
      visit.personId,
      visit.seat,
      visit.taskId,
      visit.at,
      visit.on,
      visit.place === null ? null : vault.seal(column(visit.id, 'place_sealed'), JSON.stringify(visit.place)),
      visit.flags,
      visit.now,
    ],
  );
  return rows.length === 1;
}

export async function readVisit(reader: Reader, id: Id): Promise<VisitRow | undefined> {
  const [row] = await reader.sql<VisitRow>(`SELECT ${COLUMNS} FROM visit WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

const WHOLE = `${COLUMNS}, place_sealed, record_sealed, details_sealed`;
function opened(vault: CountyVault, row: VisitRow & Sealed): WholeVisit {
  const open = (name: keyof Sealed): unknown => {
    const sealed = row[name];
    return sealed === null ? null : JSON.parse(vault.open(column(row.id, name), sealed));
  };
  return {
    ...row,
    place: open('place_sealed') as VisitPlace | null,
    record: open('record_sealed') as WholeVisit['record'],
    details: open('details_sealed') as VisitDetails | null,
  };
}

/** The visit with what is sealed in it. */
export async function readWholeVisit(reader: Reader, vault: CountyVault, id: Id): Promise<WholeVisit | undefined> {
  const [row] = await reader.sql<VisitRow & Sealed>(`SELECT ${WHOLE} FROM visit WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** The newest recorded visits of a patient that were made before `at`, whole. */
export async function readEarlier(
  reader: Reader,
  vault: CountyVault,
  { patientId, before, most }: { patientId: Id; before: Date; most: number },
): Promise<WholeVisit[]> {
  const rows = await reader.sql<VisitRow & Sealed>(
    `SELECT ${WHOLE} FROM visit WHERE county_id = $1 AND patient_id = $2 AND at < $3 AND state = 'recorded' ORDER BY at DESC, id DESC LIMIT $4`,
    [reader.countyId, patientId, before, most],
  );
  return rows.map(row => opened(vault, row));
}

/**
 * The recorded visits that were done after `at`, whole: a visit that is uploaded late finds them there. They are few, for a visit waits on
 * the phone for weeks at the most.
 */
export async function readLater(
  reader: Reader,
  vault: CountyVault,
  { patientId, at }: Pick<VisitRow, 'patientId' | 'at'>,
): Promise<WholeVisit[]> {
  const rows = await reader.sql<VisitRow & Sealed>(
    `SELECT ${WHOLE} FROM visit WHERE county_id = $1 AND patient_id = $2 AND at > $3 AND result = 'done' ORDER BY at DESC, id DESC`,
    [reader.countyId, patientId, at],
  );
  return rows.map(row => opened(vault, row));
}

/** Whether a visit was overtaken while it waited on the phone: one that was done later is recorded already. */
export async function isOvertaken(reader: Reader, { patientId, at }: Pick<VisitRow, 'patientId' | 'at'>): Promise<boolean> {
  const rows = await reader.sql(`SELECT FROM visit WHERE county_id = $1 AND patient_id = $2 AND at > $3 AND result = 'done' LIMIT 1`, [
    reader.countyId,
    patientId,
    at,
  ]);
  return rows.length > 0;
}

/** Where this patient was visited, newest first: visits that were done and have a place. */
export async function readPlaces(reader: Reader, vault: CountyVault, patientId: Id, most: number): Promise<VisitPlace[]> {
  const rows = await reader.sql<{ id: Id; place_sealed: Buffer }>(
    `SELECT id, place_sealed FROM visit WHERE county_id = $1 AND patient_id = $2 AND result = 'done' AND place_sealed IS NOT NULL
     ORDER BY at DESC, id DESC LIMIT $3`,
    [reader.countyId, patientId, most],
  );
  return rows.map(row => JSON.parse(vault.open(column(row.id, 'place_sealed'), row.place_sealed)) as VisitPlace);
}

/** When this person checked in for other patients within so many minutes. */
export async function readOtherCheckIns(
  reader: Reader,
  { personId, patientId, at, minutes }: { personId: Id; patientId: Id; at: Date; minutes: number },
): Promise<Date[]> {
  const rows = await reader.sql<{ at: Date }>(
    `SELECT at FROM visit WHERE county_id = $1 AND person_id = $2 AND patient_id <> $3
       AND at BETWEEN $4::timestamptz - make_interval(mins => $5) AND $4::timestamptz + make_interval(mins => $5)`,
    [reader.countyId, personId, patientId, at, minutes],
  );
  return rows.map(row => row.at);
}

/** How the newest recorded visits of a patient ended. */
export const readTried = (reader: Reader, patientId: Id, most: number): Promise<Tried[]> =>
  reader.sql(
    `SELECT on_day AS on, result FROM visit WHERE county_id = $1 AND patient_id = $2 AND state = 'recorded' ORDER BY at DESC, id DESC LIMIT $3`,
    [reader.countyId, patientId, most],
  );

/**
 * Takes the patient: two visits recorded at the same time, and a rating that is counted meanwhile, take turns from here on. Always the
 * file first, then the standing, then the dates in the order of the seats.
 */
export async function lockPatient(tx: Tx, patientId: Id): Promise<void> {
  await tx.sql('SELECT id FROM patient WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, patientId]);
  await tx.sql('SELECT id FROM standing WHERE county_id = $1 AND id = $2 FOR UPDATE', [tx.countyId, patientId]);
  await tx.sql('SELECT id FROM visit_due WHERE county_id = $1 AND patient_id = $2 ORDER BY seat FOR UPDATE', [tx.countyId, patientId]);
}

/** @returns the new version, undefined when the visit changed since it was read. */
export async function storeRecord(
  tx: Tx,
  vault: CountyVault,
  visit: {
    id: Id;
    version: number;
    form: RecordForm;
    edition: Edition;
    record: NationalRecord | QuickRecord;
    details: VisitDetails;
    flags: readonly VisitFlag[];
    now: Date;
  },
): Promise<number | undefined> {
  const { id, record } = visit;
  const seal = (name: keyof Sealed, value: unknown) => vault.seal(column(id, name), JSON.stringify(value));
  const risk = record.result === 'done' ? (record.risk ?? null) : null;
  const stability = record.result === 'done' && 'stability' in record ? record.stability : null;
  const met = record.result === 'done' ? metInPerson(record) : null;
  const adherence = record.result === 'done' ? (record.adherence ?? null) : null;
  const guardianship = record.result === 'done' && 'guardianship' in record ? record.guardianship : null;
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE visit SET state = 'recorded', result = $4, risk = $5, stability = $6, record_sealed = $7, details_sealed = $8, form = $9, national = $10,
       local = $11, flags = $12, recorded_at = $13, met = $14, adherence = $15, guardianship = $16, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'checkedIn' RETURNING version`,
    [
      tx.countyId,
      id,
      visit.version,
      record.result,
      risk,
      stability,
      seal('record_sealed', record),
      seal('details_sealed', visit.details),
      visit.form,
      visit.edition.national,
      visit.edition.local,
      visit.flags,
      visit.now,
      met,
      adherence,
      guardianship,
    ],
  );
  return row?.version;
}

/** The newest quick form since the doctor's last record, whole; undefined when there is none. */
export async function readQuickSinceDoctor(reader: Reader, vault: CountyVault, patientId: Id): Promise<WholeVisit | undefined> {
  const [row] = await reader.sql<VisitRow & Sealed>(
    `SELECT ${WHOLE} FROM visit
     WHERE county_id = $1 AND patient_id = $2 AND form = 'quick' AND result = 'done' AND at > coalesce(
       (SELECT max(at) FROM visit WHERE county_id = $1 AND patient_id = $2 AND seat = 'doctor' AND result = 'done'), '-infinity')
     ORDER BY at DESC, id DESC LIMIT 1`,
    [reader.countyId, patientId],
  );
  return row && opened(vault, row);
}

/** A page of a patient's visits, newest first. */
export const readVisits = (reader: Reader, patientId: Id, after: { at: Date; id: Id } | null, limit: number): Promise<VisitRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM visit
     WHERE county_id = $1 AND patient_id = $2 AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid)) ORDER BY at DESC, id DESC LIMIT $5`,
    [reader.countyId, patientId, after?.at ?? null, after?.id ?? null, limit],
  );

/**
 * Where the patient stands. The table is the assessment's, a room beside this one: a visit's answer is computed from it by the same
 * shared rule by which the assessment then counts the visit.
 */
export async function readStandingFacts(reader: Reader, patientId: Id): Promise<(StandingFacts & FoundOn) | undefined> {
  const [row] = await reader.sql<StandingFacts & FoundOn>(
    `SELECT risk, risk_on AS "riskOn", stability, stability_on AS "stabilityOn", settled, band, last_incident_on AS "lastIncidentOn"
     FROM standing WHERE county_id = $1 AND id = $2`,
    [reader.countyId, patientId],
  );
  return row;
}

export type SpanOf = { readonly patientId: Id; readonly from: CalendarDate; readonly to: CalendarDate };

/** The visits that were done in each span, in the order of the spans. */
export async function visitsWithin(reader: Reader, spans: readonly SpanOf[]): Promise<Id[][]> {
  const rows = await reader.sql<{ ids: Id[] }>(
    `SELECT coalesce(json_agg(visit.id ORDER BY visit.id) FILTER (WHERE visit.id IS NOT NULL), '[]') AS ids FROM unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS span (patient_id, from_on, to_on, place)
     LEFT JOIN visit ON visit.county_id = $1 AND visit.patient_id = span.patient_id AND visit.result = 'done' AND on_day BETWEEN from_on AND to_on
     GROUP BY place ORDER BY place`,
    [reader.countyId, spans.map(span => span.patientId), spans.map(span => span.from), spans.map(span => span.to)],
  );
  return rows.map(row => row.ids);
}
