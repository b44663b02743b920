import type { LookBackFacts } from '@guanhu/shared/incidents/look-back.contract';
import type { LookBackCause, TaskFact } from '@guanhu/shared/incidents/look-back.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { readScopedPage, type ScopedPage } from './scoped-page.store.ts';

/** What is to be looked back at; the id is that of what says so, so that it is looked back once. */
export type LookBackAsked = {
  readonly lookBackId: Id;
  readonly patientId: Id;
  readonly incidentId: Id;
  readonly cause: LookBackCause;
  readonly happenedOn: CalendarDate;
};

/** Whose past, first and last day. */
type Span = { readonly patientId: Id; readonly from: CalendarDate; readonly to: CalendarDate };
const valuesOf = (reader: Reader, { patientId, from, to }: Span) => [reader.countyId, patientId, from, to];

/** Everything that was due in the span, oldest first. */
export const readTaskFacts = (reader: Reader, span: Span): Promise<TaskFact[]> =>
  reader.sql(
    `SELECT kind, seat, due_on AS "dueOn", overdue_after AS "overdueAfter", state, (closed_at AT TIME ZONE 'Asia/Shanghai')::date AS "closedOn"
     FROM task WHERE county_id = $1 AND patient_id = $2 AND due_on BETWEEN $3 AND $4 AND seat <> 'office' ORDER BY due_on, kind, id`,
    valuesOf(reader, span),
  );

export const readVisitFacts = (reader: Reader, span: Span): Promise<LookBackFacts['visits']> =>
  reader.sql(
    `SELECT on_day AS "on", seat, result FROM visit WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4 ORDER BY at, id`,
    valuesOf(reader, span),
  );

export async function readMedicineFacts(reader: Reader, span: Span): Promise<LookBackFacts['medicine']> {
  const [row] = await reader.sql<LookBackFacts['medicine']>(
    `SELECT count(*) FILTER (WHERE answer = 'taken') AS taken, count(*) FILTER (WHERE answer = 'partly') AS partly,
       count(*) FILTER (WHERE answer = 'notTaken') AS "notTaken"
     FROM confirmation WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4`,
    valuesOf(reader, span),
  );
  return row ?? { taken: 0, partly: 0, notTaken: 0 };
}

export const readRatingFacts = (reader: Reader, span: Span): Promise<LookBackFacts['ratings']> =>
  reader.sql(
    `SELECT on_day AS "on", source, risk, stability FROM rating
     WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4 ORDER BY on_day, rated_at, id`,
    valuesOf(reader, span),
  );

export async function readExamFacts(reader: Reader, span: Span): Promise<CalendarDate[]> {
  const rows = await reader.sql<{ on: CalendarDate }>(
    `SELECT on_day AS "on" FROM health_exam WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4 ORDER BY on_day, id`,
    valuesOf(reader, span),
  );
  return rows.map(row => row.on);
}

export async function readIncidentFacts(reader: Reader, span: Span): Promise<LookBackFacts['incidents']> {
  const rows = await reader.sql<{ happenedAt: Date; reportedAt: Date; kind: string; conduct: string | null }>(
    `SELECT happened_at AS "happenedAt", reported_at AS "reportedAt", kind,
       (SELECT conduct FROM incident_conduct WHERE incident_conduct.county_id = $1 AND incident_conduct.incident_id = incident.id
        ORDER BY decided_at DESC, id DESC LIMIT 1) AS conduct
     FROM incident WHERE county_id = $1 AND patient_id = $2 AND (happened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $3 AND $4
     ORDER BY happened_at, id`,
    valuesOf(reader, span),
  );
  return rows.map(row => ({ ...row, happenedAt: row.happenedAt.toISOString(), reportedAt: row.reportedAt.toISOString() }));
}

export const readTurnFacts = (reader: Reader, span: Span): Promise<LookBackFacts['turns']> =>
  reader.sql(
    `SELECT on_day AS "on", from_state AS "from", to_state AS "to" FROM life_event
     WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4 ORDER BY id`,
    valuesOf(reader, span),
  );

export type LookBackRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly name_sealed: Buffer;
  readonly villageName: string;
  readonly incidentId: Id | null;
  readonly cause: LookBackCause;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly madeAt: Date;
  /** Null: it began by itself. */
  readonly by: Id | null;
  readonly facts_sealed: Buffer;
};
const SELECT = `SELECT look_back.id, look_back.patient_id AS "patientId", patient.name_sealed, area.name AS "villageName",
    look_back.incident_id AS "incidentId", look_back.cause, look_back.from_on AS "from", look_back.to_on AS "to", look_back.made_at AS "madeAt",
    look_back.made_by AS by, look_back.facts_sealed
  FROM look_back
  JOIN patient ON patient.county_id = $1 AND patient.id = look_back.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  WHERE look_back.county_id = $1`;

export async function readLookBackRow(reader: Reader, id: Id): Promise<LookBackRow | undefined> {
  const [row] = await reader.sql<LookBackRow>(`${SELECT} AND look_back.id = $2`, [reader.countyId, id]);
  return row;
}

const PAGED = { select: SELECT, id: 'look_back.id', at: 'look_back.made_at', state: null };
export const readLookBackPage = (reader: Reader, page: ScopedPage): Promise<LookBackRow[]> => readScopedPage(reader, PAGED, page);

export async function hasLookBack(reader: Reader, incidentId: Id, cause: LookBackCause): Promise<boolean> {
  const rows = await reader.sql('SELECT 1 FROM look_back WHERE county_id = $1 AND incident_id = $2 AND cause = $3 LIMIT 1', [
    reader.countyId,
    incidentId,
    cause,
  ]);
  return rows.length > 0;
}

/**
 * Deaths of patients with an incident shortly before, each with the last one. `limits`: within how many days, for the county, and the townships
 * that have a number of their own with theirs. A death that was noted late counts like any other; those noted longer ago than that many days
 * before `today` were looked at then.
 */
export const readDeathsAfterIncidents = (reader: Reader, today: CalendarDate, limits: readonly unknown[]): Promise<LookBackAsked[]> =>
  reader.sql(
    `SELECT turn.id AS "lookBackId", turn.patient_id AS "patientId", last.id AS "incidentId", 'death' AS cause, turn.on_day AS "happenedOn"
     FROM life_event AS turn
     JOIN patient ON patient.county_id = $1 AND patient.id = turn.patient_id
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     LEFT JOIN unnest($4::uuid[], $5::int[]) AS own (township_id, days) ON own.township_id = ANY(area.path)
     CROSS JOIN LATERAL (SELECT coalesce(own.days, $3::int) AS days) AS within
     CROSS JOIN LATERAL (
       SELECT id FROM incident WHERE incident.county_id = $1 AND incident.patient_id = turn.patient_id
         AND (happened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN turn.on_day - within.days AND turn.on_day
       ORDER BY happened_at DESC, id DESC LIMIT 1
     ) AS last
     WHERE turn.county_id = $1 AND turn.to_state = 'deceased' AND (turn.recorded_at AT TIME ZONE 'Asia/Shanghai')::date >= $2::date - within.days
       AND NOT EXISTS (SELECT FROM look_back WHERE look_back.county_id = $1 AND look_back.incident_id = last.id AND look_back.cause = 'death')`,
    [reader.countyId, today, ...limits],
  );

const place = (row: Id) => ({ table: 'look_back', row, column: 'facts_sealed' });
export const openFacts = (vault: CountyVault, row: LookBackRow): LookBackFacts =>
  JSON.parse(vault.open(place(row.id), row.facts_sealed)) as LookBackFacts;

/** @returns false when the id is taken. */
export async function insertLookBack(
  tx: Tx,
  vault: CountyVault,
  made: Span & { id: Id; incidentId: Id | null; cause: LookBackCause; by: Id | null; now: Date; facts: LookBackFacts },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO look_back (county_id, id, patient_id, incident_id, cause, from_on, to_on, made_at, made_by, facts_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      made.id,
      made.patientId,
      made.incidentId,
      made.cause,
      made.from,
      made.to,
      made.now,
      made.by,
      vault.seal(place(made.id), JSON.stringify(made.facts)),
    ],
  );
  return rows.length === 1;
}
