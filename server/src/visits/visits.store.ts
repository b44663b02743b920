import type { StandingFacts } from '@guanhu/shared/assessment/standing.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { VisitAnswer } from '@guanhu/shared/visits/visits.contract';
import type { VisitRecordBody } from '@guanhu/shared/visits/visit-record.contract';
import type { VisitResult, VisitState } from '@guanhu/shared/visits/visits.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type Place = NonNullable<VisitAnswer['place']>;

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
};
type Sealed = { readonly place_sealed: Buffer | null; readonly record_sealed: Buffer | null };

const COLUMNS = `id, patient_id AS "patientId", person_id AS "personId", seat, at, on_day AS on, state, result, risk, stability, version,
  checked_in_at AS "checkedInAt"`;
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
    place: Place | null;
    now: Date;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO visit (county_id, id, patient_id, person_id, seat, task_id, at, on_day, place_sealed, checked_in_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
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
      visit.now,
    ],
  );
  return rows.length === 1;
}

export async function readVisit(reader: Reader, id: Id): Promise<VisitRow | undefined> {
  const [row] = await reader.sql<VisitRow>(`SELECT ${COLUMNS} FROM visit WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** The visit with what is sealed in it. */
export async function readWholeVisit(
  reader: Reader,
  vault: CountyVault,
  id: Id,
): Promise<(VisitRow & { place: Place | null; record: VisitRecordBody | null }) | undefined> {
  const [row] = await reader.sql<VisitRow & Sealed>(
    `SELECT ${COLUMNS}, place_sealed, record_sealed FROM visit WHERE county_id = $1 AND id = $2`,
    [reader.countyId, id],
  );
  if (!row) return undefined;
  const open = (name: keyof Sealed): unknown => {
    const sealed = row[name];
    return sealed === null ? null : JSON.parse(vault.open(column(id, name), sealed));
  };
  return { ...row, place: open('place_sealed') as Place | null, record: open('record_sealed') as VisitRecordBody | null };
}

/** @returns the new version, undefined when the visit changed since it was read. */
export async function storeRecord(
  tx: Tx,
  vault: CountyVault,
  visit: { id: Id; version: number; record: VisitRecordBody; now: Date },
): Promise<number | undefined> {
  const { id, record } = visit;
  const [risk, stability] = record.result === 'done' ? [record.risk, record.stability] : [null, null];
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE visit SET state = 'recorded', result = $4, risk = $5, stability = $6, record_sealed = $7, recorded_at = $8, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'checkedIn' RETURNING version`,
    [
      tx.countyId,
      id,
      visit.version,
      record.result,
      risk,
      stability,
      vault.seal(column(id, 'record_sealed'), JSON.stringify(record)),
      visit.now,
    ],
  );
  return row?.version;
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
export async function readStandingFacts(reader: Reader, patientId: Id): Promise<StandingFacts | undefined> {
  const [row] = await reader.sql<StandingFacts>(
    'SELECT risk, stability, settled, band, last_incident_on AS "lastIncidentOn" FROM standing WHERE county_id = $1 AND id = $2',
    [reader.countyId, patientId],
  );
  return row;
}

export type SpanOf = { readonly patientId: Id; readonly from: CalendarDate; readonly to: CalendarDate };

/** How many visits were done in each span, in the order of the spans. */
export async function countVisits(reader: Reader, spans: readonly SpanOf[]): Promise<number[]> {
  const rows = await reader.sql<{ count: number }>(
    `SELECT count(visit.id) FROM unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS span (patient_id, from_on, to_on, place)
     LEFT JOIN visit ON visit.county_id = $1 AND visit.patient_id = span.patient_id AND visit.result = 'done' AND on_day BETWEEN from_on AND to_on
     GROUP BY place ORDER BY place`,
    [reader.countyId, spans.map(span => span.patientId), spans.map(span => span.from), spans.map(span => span.to)],
  );
  return rows.map(row => row.count);
}
