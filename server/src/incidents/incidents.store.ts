import type { Conduct } from '@guanhu/shared/incidents/conduct.terms';
import type { IncidentPlace, IncidentState, UnfiledOutcome, UnfiledSource } from '@guanhu/shared/incidents/incidents.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IncidentKind, IncidentPost } from '@guanhu/shared/policy/policy.terms';
import type { Scope } from '../access/access.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type IncidentRow = {
  readonly id: Id;
  /** Null of somebody who has no file; then it has an area. */
  readonly patientId: Id | null;
  readonly areaId: Id | null;
  readonly source: UnfiledSource | null;
  readonly outcome: UnfiledOutcome | null;
  readonly kind: IncidentKind;
  readonly state: IncidentState;
  readonly round: number;
  readonly happenedAt: Date;
  readonly reportedAt: Date;
  readonly reportedBy: Id;
  readonly escalateAt: Date | null;
  readonly acknowledgedAt: Date | null;
  /** The report for which everybody was told anew. */
  readonly worsenedBy: Id | null;
};
/** The columns of `IncidentRow`. */
export const COLUMNS = `incident.id, incident.patient_id AS "patientId", incident.area_id AS "areaId", incident.source, incident.outcome,
  incident.kind, incident.state, incident.round, incident.happened_at AS "happenedAt", incident.reported_at AS "reportedAt",
  incident.reported_by AS "reportedBy", incident.escalate_at AS "escalateAt", incident.acknowledged_at AS "acknowledgedAt",
  incident.worsened_by AS "worsenedBy"`;

export async function readIncident(reader: Reader, id: Id): Promise<IncidentRow | undefined> {
  const [row] = await reader.sql<IncidentRow>(`SELECT ${COLUMNS} FROM incident WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** The village that it happened in, or that the patient lives in. */
export async function readVillageName(reader: Reader, id: Id): Promise<string> {
  const [row] = await reader.sql<{ name: string }>(
    `SELECT area.name FROM incident
     LEFT JOIN patient ON patient.county_id = $1 AND patient.id = incident.patient_id
     JOIN area ON area.county_id = $1 AND area.id = coalesce(patient.village_id, incident.area_id)
     WHERE incident.county_id = $1 AND incident.id = $2`,
    [reader.countyId, id],
  );
  return row?.name ?? '';
}

/** Two reports of one patient take turns, so that they can find each other. */
export async function lockPatient(tx: Tx, patientId: Id): Promise<void> {
  await tx.sql('SELECT id FROM patient WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, patientId]);
}

/**
 * The incident that is nearest to `happenedAt` of those of the patient on about that day. One whose handling was closed before is over: what
 * happens after it is told to everybody anew.
 */
export async function nearestIncident(tx: Tx, patientId: Id, happenedAt: Date): Promise<IncidentRow | undefined> {
  const [row] = await tx.sql<IncidentRow>(
    `SELECT ${COLUMNS} FROM incident
     WHERE county_id = $1 AND patient_id = $2 AND happened_at BETWEEN $3::timestamptz - interval '1 day' AND $3::timestamptz + interval '1 day'
       AND NOT EXISTS (
         SELECT FROM handling WHERE handling.county_id = $1 AND handling.incident_id = incident.id AND handling.state = 'closed'
           AND greatest(handling.doctor_at, handling.police_at) <= $3::timestamptz)
     ORDER BY abs(extract(epoch FROM happened_at - $3::timestamptz)), id LIMIT 1`,
    [tx.countyId, patientId, happenedAt],
  );
  return row;
}

export type NewIncident = Pick<IncidentRow, 'id' | 'kind' | 'happenedAt' | 'reportedAt' | 'reportedBy' | 'escalateAt'>;

export async function insertIncident(tx: Tx, incident: NewIncident & { patientId: Id }): Promise<void> {
  await tx.sql(
    `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by, escalate_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.countyId,
      incident.id,
      incident.patientId,
      incident.kind,
      incident.happenedAt,
      incident.reportedAt,
      incident.reportedBy,
      incident.escalateAt,
    ],
  );
}

const sealedIn = (row: Id, column: 'note_sealed' | 'place_sealed') => ({ table: 'incident_report', row, column });

export type NewReport = {
  readonly id: Id;
  readonly incidentId: Id;
  readonly kind: IncidentKind;
  readonly happenedAt: Date;
  readonly tappedAt: Date | null;
  readonly reportedAt: Date;
  readonly reportedBy: Id;
  readonly onBehalfOf: Id | null;
  readonly note: string | null;
  readonly place: IncidentPlace | null;
};

export async function insertReport(tx: Tx, vault: CountyVault, report: NewReport): Promise<void> {
  await tx.sql(
    `INSERT INTO incident_report
       (county_id, id, incident_id, kind, happened_at, reported_at, reported_by, on_behalf_of, note_sealed, place_sealed, tapped_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      report.id,
      report.incidentId,
      report.kind,
      report.happenedAt,
      report.reportedAt,
      report.reportedBy,
      report.onBehalfOf,
      report.note === null ? null : vault.seal(sealedIn(report.id, 'note_sealed'), report.note),
      report.place === null ? null : vault.seal(sealedIn(report.id, 'place_sealed'), JSON.stringify(report.place)),
      report.tappedAt,
    ],
  );
}

export type ReportRow = {
  readonly id: Id;
  readonly incidentId: Id;
  readonly kind: IncidentKind;
  readonly happenedAt: Date;
  readonly reportedAt: Date;
  readonly reportedBy: Id;
  readonly tappedAt: Date | null;
  readonly note: string | null;
  readonly place: IncidentPlace | null;
};

/** The reports that make up an incident, or the one report with this id. */
export async function readReports(reader: Reader, vault: CountyVault, by: { incidentId: Id } | { reportId: Id }): Promise<ReportRow[]> {
  const [name, id] = 'incidentId' in by ? ['incident_id', by.incidentId] : ['id', by.reportId];
  const rows = await reader.sql<Omit<ReportRow, 'note' | 'place'> & { note_sealed: Buffer | null; place_sealed: Buffer | null }>(
    `SELECT id, incident_id AS "incidentId", kind, happened_at AS "happenedAt", reported_at AS "reportedAt", reported_by AS "reportedBy",
       tapped_at AS "tappedAt", note_sealed, place_sealed
     FROM incident_report WHERE county_id = $1 AND ${name} = $2 ORDER BY reported_at, id`,
    [reader.countyId, id],
  );
  return rows.map(({ note_sealed, place_sealed, ...row }) => ({
    ...row,
    note: note_sealed === null ? null : vault.open(sealedIn(row.id, 'note_sealed'), note_sealed),
    place: place_sealed === null ? null : (JSON.parse(vault.open(sealedIn(row.id, 'place_sealed'), place_sealed)) as IncidentPlace),
  }));
}

/** The kinds that were reported of an incident. */
export async function readKinds(reader: Reader, incidentId: Id): Promise<IncidentKind[]> {
  const rows = await reader.sql<{ kind: IncidentKind }>(
    'SELECT DISTINCT kind FROM incident_report WHERE county_id = $1 AND incident_id = $2',
    [reader.countyId, incidentId],
  );
  return rows.map(row => row.kind);
}

export type ReceiptRow = {
  readonly id: Id;
  readonly post: IncidentPost;
  readonly round: number;
  readonly personId: Id | null;
  readonly toldAt: Date | null;
  readonly readAt: Date | null;
  readonly acknowledgedAt: Date | null;
};

export const readReceipts = (reader: Reader, incidentId: Id): Promise<ReceiptRow[]> =>
  reader.sql(
    `SELECT id, post, round, person_id AS "personId", told_at AS "toldAt", read_at AS "readAt", acknowledged_at AS "acknowledgedAt"
     FROM incident_receipt WHERE county_id = $1 AND incident_id = $2 ORDER BY round, id`,
    [reader.countyId, incidentId],
  );

export type NewReceipt = { readonly post: IncidentPost; readonly personId: Id | null; readonly readAt: Date | null };

/**
 * Enters whom the incident is to be told to; a post that nobody holds is kept too, so that it can be seen. `told_at` comes when a message
 * has gone out. @returns the persons who were not among them before.
 */
export async function insertReceipts(tx: Tx, incidentId: Id, round: number, posts: readonly NewReceipt[]): Promise<Id[]> {
  const rows = await tx.sql<{ person_id: Id | null }>(
    `INSERT INTO incident_receipt (county_id, id, incident_id, post, round, person_id, told_at, read_at)
     SELECT $1, row.id, $2, row.post, $3, row.person_id, row.read_at, row.read_at
     FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[]) AS row (id, post, person_id, read_at)
     ON CONFLICT DO NOTHING RETURNING person_id`,
    [
      tx.countyId,
      incidentId,
      round,
      posts.map(() => newId()),
      posts.map(each => each.post),
      posts.map(each => each.personId),
      posts.map(each => each.readAt),
    ],
  );
  return rows.flatMap(row => (row.person_id === null ? [] : [row.person_id]));
}

/** A message to this person has gone out. */
export async function markTold(tx: Tx, incidentId: Id, personId: Id, at: Date): Promise<void> {
  await tx.sql(
    `UPDATE incident_receipt SET told_at = $4 WHERE county_id = $1 AND incident_id = $2 AND person_id = $3 AND told_at IS NULL`,
    [tx.countyId, incidentId, personId, at],
  );
}

/** Marks what these persons were told as read, or as acknowledged. @returns how many receipts that were. */
export async function markReceipts(tx: Tx, incidentId: Id, persons: readonly Id[], acknowledged: boolean, now: Date): Promise<number> {
  const rows = await tx.sql(
    `UPDATE incident_receipt SET read_at = coalesce(read_at, $4), acknowledged_at = CASE WHEN $5 THEN coalesce(acknowledged_at, $4) ELSE acknowledged_at END
     WHERE county_id = $1 AND incident_id = $2 AND person_id = ANY($3::uuid[]) RETURNING id`,
    [tx.countyId, incidentId, persons, now, acknowledged],
  );
  return rows.length;
}

export async function acknowledge(tx: Tx, incidentId: Id, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE incident SET state = 'acknowledged', acknowledged_at = $3, escalate_at = NULL WHERE county_id = $1 AND id = $2 AND state = 'open'`,
    [tx.countyId, incidentId, now],
  );
}

/**
 * A graver report has come in: the incident is open again, of that kind, and its rounds begin anew. What was told and answered before was of
 * less, so that every receipt waits again; whoever reported knows already.
 */
export async function worsen(
  tx: Tx,
  incidentId: Id,
  by: { kind: IncidentKind; reportId: Id; reportedBy: Id; now: Date; escalateAt: Date | null },
): Promise<void> {
  // Receipts before the incident, as whoever acknowledges takes them.
  await tx.sql(
    `UPDATE incident_receipt SET told_at = CASE WHEN person_id = $3 THEN $4::timestamptz END,
       read_at = CASE WHEN person_id = $3 THEN $4::timestamptz END, acknowledged_at = NULL
     WHERE county_id = $1 AND incident_id = $2 AND person_id IS NOT NULL`,
    [tx.countyId, incidentId, by.reportedBy, by.now],
  );
  await tx.sql(
    `UPDATE incident SET kind = $3, state = 'open', acknowledged_at = NULL, round = 1, escalate_at = $4, worsened_by = $5
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, incidentId, by.kind, by.escalateAt, by.reportId],
  );
}

/** Incidents that nobody acknowledged in time, taken so that no other worker takes them; when the round after is due is `setNextRound`'s. */
export const takeUnanswered = (tx: Tx, now: Date, most: number): Promise<IncidentRow[]> =>
  tx.sql(
    `UPDATE incident SET round = round + 1, escalate_at = NULL
     WHERE county_id = $1 AND id IN (
       SELECT id FROM incident WHERE county_id = $1 AND state = 'open' AND escalate_at <= $2 ORDER BY escalate_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [tx.countyId, now, most],
  );

export async function setNextRound(tx: Tx, incidentId: Id, at: Date | null): Promise<void> {
  await tx.sql(`UPDATE incident SET escalate_at = $3 WHERE county_id = $1 AND id = $2 AND state = 'open'`, [tx.countyId, incidentId, at]);
}

/** Whom an incident was told to who have not acknowledged it. */
export async function readSilent(reader: Reader, incidentId: Id): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT person_id AS id FROM incident_receipt
     WHERE county_id = $1 AND incident_id = $2 AND person_id IS NOT NULL AND acknowledged_at IS NULL ORDER BY id`,
    [reader.countyId, incidentId],
  );
  return rows.map(row => row.id);
}

export type ListedIncident = IncidentRow & {
  readonly name_sealed: Buffer | null;
  readonly villageName: string;
  readonly waitsForMe: boolean;
  readonly asStaff: boolean;
};

/** Incidents these persons reported or were told of, or that lie in their scope; newest first. */
export const readListed = (
  reader: Reader,
  which: {
    persons: readonly Id[];
    scope: Scope;
    state: IncidentState | null;
    /** Only those that wait for these persons' own answer. */
    waiting: boolean;
    after: { at: Date; id: Id } | null;
    limit: number;
    today: CalendarDate;
  },
): Promise<ListedIncident[]> =>
  reader.sql(
    `SELECT ${COLUMNS}, patient.name_sealed, area.name AS "villageName", coalesce(told.waits, false) AS "waitsForMe", (told.any OR own.staff) AS "asStaff"
     FROM incident
     LEFT JOIN patient ON patient.county_id = $1 AND patient.id = incident.patient_id
     JOIN area ON area.county_id = $1 AND area.id = coalesce(patient.village_id, incident.area_id)
     CROSS JOIN LATERAL (
       SELECT count(*) > 0 AS any,
              bool_or(acknowledged_at IS NULL) AND incident.outcome IS NULL AND NOT EXISTS (
                SELECT FROM handling WHERE handling.county_id = $1 AND handling.incident_id = incident.id AND handling.state = 'closed') AS waits
       FROM incident_receipt
       WHERE incident_receipt.county_id = $1 AND incident_receipt.incident_id = incident.id AND person_id = ANY($2::uuid[])
     ) AS told
     CROSS JOIN LATERAL (
       SELECT area.path && $3::uuid[] OR EXISTS (
                SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND person_id = ANY($4::uuid[])
                  AND since <= $10 AND (until IS NULL OR until >= $10)) AS staff,
              EXISTS (
                SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = patient.id AND person_id = $5
                  AND since <= $10 AND (until IS NULL OR until >= $10)) AS family
     ) AS own
     WHERE incident.county_id = $1 AND ($6::text IS NULL OR incident.state = $6) AND (NOT $11::boolean OR told.waits)
       AND ($7::timestamptz IS NULL OR (incident.reported_at, incident.id) < ($7, $8::uuid))
       AND (told.any OR own.staff OR own.family OR incident.reported_by = ANY($2::uuid[]))
     ORDER BY incident.reported_at DESC, incident.id DESC LIMIT $9`,
    [
      reader.countyId,
      which.persons,
      which.scope.areas,
      which.scope.seats,
      which.scope.guardian,
      which.state,
      which.after?.at ?? null,
      which.after?.id ?? null,
      which.limit,
      which.today,
      which.waiting,
    ],
  );

export type SpanOf = { readonly patientId: Id; readonly from: CalendarDate; readonly to: CalendarDate };
export type IncidentFact = {
  readonly id: Id;
  readonly happenedAt: Date;
  /** What doctor or police found it to be; null while nobody has decided. */
  readonly conduct: Conduct | null;
};

/** The incidents of each span, in the order of the spans. */
export async function readIncidentsOf(reader: Reader, spans: readonly SpanOf[]): Promise<IncidentFact[][]> {
  const rows = await reader.sql<IncidentFact & { place: number }>(
    `SELECT place, incident.id, incident.happened_at AS "happenedAt",
       (SELECT conduct FROM incident_conduct WHERE incident_conduct.county_id = $1 AND incident_conduct.incident_id = incident.id
        ORDER BY decided_at DESC, id DESC LIMIT 1) AS conduct
     FROM unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS span (patient_id, from_on, to_on, place)
     JOIN incident ON incident.county_id = $1 AND incident.patient_id = span.patient_id
       AND (incident.happened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN from_on AND to_on
     ORDER BY place, incident.happened_at`,
    [reader.countyId, spans.map(span => span.patientId), spans.map(span => span.from), spans.map(span => span.to)],
  );
  return spans.map((_, index) => rows.filter(row => row.place === index + 1).map(({ place: _place, ...fact }) => fact));
}

export type ReportTime = Pick<ReportRow, 'incidentId' | 'reportedBy' | 'tappedAt'> & { readonly reportedAt: Date };

/** Who reported these incidents, when they tapped and when it arrived. */
export const readReportTimes = (reader: Reader, incidentIds: readonly Id[]): Promise<ReportTime[]> =>
  reader.sql(
    `SELECT incident_id AS "incidentId", reported_by AS "reportedBy", tapped_at AS "tappedAt", reported_at AS "reportedAt" FROM incident_report
     WHERE county_id = $1 AND incident_id = ANY($2::uuid[]) ORDER BY reported_at, id`,
    [reader.countyId, incidentIds],
  );

export type ConductCount = { readonly conduct: Conduct; readonly incidents: number; readonly times: number };

/** What was found of incidents of patients who live in these areas, happened from the first day to the last; the last decision counts. */
export const countConducts = (
  reader: Reader,
  { areas, from, to }: { areas: readonly Id[]; from: CalendarDate; to: CalendarDate },
): Promise<ConductCount[]> =>
  reader.sql(
    `SELECT conduct, count(*)::int AS incidents, sum(times)::int AS times
     FROM (
       SELECT DISTINCT ON (incident_id) patient_id, on_day, conduct, times FROM incident_conduct WHERE county_id = $1
       ORDER BY incident_id, decided_at DESC, id DESC
     ) AS found
     JOIN patient ON patient.county_id = $1 AND patient.id = found.patient_id
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE found.on_day BETWEEN $3 AND $4 AND area.path && $2::uuid[]
     GROUP BY conduct ORDER BY conduct`,
    [reader.countyId, areas, from, to],
  );
