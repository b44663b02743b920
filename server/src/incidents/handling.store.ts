import type { Entry, EntryWhat } from '@guanhu/shared/incidents/handling.rules';
import type { ClosingPart, HandlingState } from '@guanhu/shared/incidents/handling.terms';
import type { Conduct } from '@guanhu/shared/incidents/conduct.terms';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type HandlingRow = {
  readonly id: Id;
  readonly incidentId: Id;
  readonly patientId: Id;
  readonly state: HandlingState;
  readonly begunAt: Date;
  readonly recordDueAt: Date;
  readonly recordDoneAt: Date | null;
  readonly doctorBy: Id | null;
  readonly doctorAt: Date | null;
  readonly policeBy: Id | null;
  readonly policeAt: Date | null;
  readonly version: number;
};
const COLUMNS = `id, incident_id AS "incidentId", patient_id AS "patientId", state, begun_at AS "begunAt", record_due_at AS "recordDueAt",
  record_done_at AS "recordDoneAt", doctor_by AS "doctorBy", doctor_at AS "doctorAt", police_by AS "policeBy", police_at AS "policeAt", version`;

export async function readHandlingRow(reader: Reader, incidentId: Id): Promise<HandlingRow | undefined> {
  const [row] = await reader.sql<HandlingRow>(`SELECT ${COLUMNS} FROM handling WHERE county_id = $1 AND incident_id = $2`, [
    reader.countyId,
    incidentId,
  ]);
  return row;
}

/** The handling, locked until the transaction ends: two officers take turns. */
export async function lockHandling(tx: Tx, incidentId: Id): Promise<HandlingRow | undefined> {
  const [row] = await tx.sql<HandlingRow>(`SELECT ${COLUMNS} FROM handling WHERE county_id = $1 AND incident_id = $2 FOR UPDATE`, [
    tx.countyId,
    incidentId,
  ]);
  return row;
}

/** @returns whether it is new: an incident has one handling. */
export async function insertHandling(
  tx: Tx,
  handling: { incidentId: Id; patientId: Id; begunAt: Date; recordDueAt: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO handling (county_id, id, incident_id, patient_id, begun_at, record_due_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, incident_id) DO NOTHING RETURNING id`,
    [tx.countyId, newId(), handling.incidentId, handling.patientId, handling.begunAt, handling.recordDueAt],
  );
  return rows.length === 1;
}

const what = (row: Id) => ({ table: 'handling_entry', row, column: 'what_sealed' });

export type EntryRow = Entry & { readonly by: Id };

/** The timeline, in the order in which it was written. */
export async function readEntries(reader: Reader, vault: CountyVault, handlingId: Id): Promise<EntryRow[]> {
  const rows = await reader.sql<Omit<EntryRow, 'what'> & { what_sealed: Buffer }>(
    `SELECT id, at, recorded_at AS "recordedAt", recorded_by AS by, corrects_id AS corrects, what_sealed FROM handling_entry
     WHERE county_id = $1 AND handling_id = $2 ORDER BY recorded_at, id`,
    [reader.countyId, handlingId],
  );
  return rows.map(({ what_sealed, ...row }) => ({ ...row, what: JSON.parse(vault.open(what(row.id), what_sealed)) as EntryWhat }));
}

/** @returns false when the id is taken. */
export async function insertEntry(tx: Tx, vault: CountyVault, handlingId: Id, entry: EntryRow): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO handling_entry (county_id, id, handling_id, kind, at, recorded_at, recorded_by, corrects_id, what_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      entry.id,
      handlingId,
      entry.what.kind,
      entry.at,
      entry.recordedAt,
      entry.by,
      entry.corrects,
      vault.seal(what(entry.id), JSON.stringify(entry.what)),
    ],
  );
  return rows.length === 1;
}

/** Something was written: whoever read before has not read it. */
export async function touchHandling(tx: Tx, id: Id, recordDoneAt: Date | null): Promise<void> {
  await tx.sql(
    'UPDATE handling SET version = version + 1, record_done_at = coalesce(record_done_at, $3) WHERE county_id = $1 AND id = $2',
    [tx.countyId, id, recordDoneAt],
  );
}

/** Gives one of the two parts. @returns false when something was written since `version`. */
export async function giveClosingPart(
  tx: Tx,
  given: { id: Id; version: number; part: ClosingPart; by: Id; to: HandlingState; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE handling SET state = $5, ${given.part}_by = $4, ${given.part}_at = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, given.id, given.version, given.by, given.to, given.now],
  );
  return rows.length === 1;
}

export type ConductRow = {
  readonly id: Id;
  readonly incidentId: Id;
  readonly conduct: Conduct;
  readonly times: number;
  readonly as: ClosingPart;
  readonly by: Id;
  readonly at: Date;
  readonly risk: RiskRating | null;
  readonly reason: string;
};
const reason = (row: Id) => ({ table: 'incident_conduct', row, column: 'reason_sealed' });

/** What the incident was last found to be. */
export async function readConduct(reader: Reader, vault: CountyVault, incidentId: Id): Promise<ConductRow | undefined> {
  const [row] = await reader.sql<Omit<ConductRow, 'reason'> & { reason_sealed: Buffer }>(
    `SELECT id, incident_id AS "incidentId", conduct, times, decided_as AS as, decided_by AS by, decided_at AS at, risk, reason_sealed
     FROM incident_conduct WHERE county_id = $1 AND incident_id = $2 ORDER BY decided_at DESC, id DESC LIMIT 1`,
    [reader.countyId, incidentId],
  );
  if (!row) return undefined;
  const { reason_sealed, ...found } = row;
  return { ...found, reason: vault.open(reason(found.id), reason_sealed) };
}

/** @returns false when the id is taken. */
export async function insertConduct(
  tx: Tx,
  vault: CountyVault,
  found: ConductRow & { readonly patientId: Id; readonly happenedAt: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO incident_conduct (county_id, id, incident_id, patient_id, on_day, conduct, times, decided_as, decided_by, decided_at, risk, reason_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      found.id,
      found.incidentId,
      found.patientId,
      dayOf(found.happenedAt),
      found.conduct,
      found.times,
      found.as,
      found.by,
      found.at,
      found.risk,
      vault.seal(reason(found.id), found.reason),
    ],
  );
  return rows.length === 1;
}

/** The rating that the patient has now: what a proposal is compared with. */
export async function readRisk(reader: Reader, patientId: Id): Promise<RiskRating | null> {
  const [row] = await reader.sql<{ risk: RiskRating | null }>('SELECT risk FROM standing WHERE county_id = $1 AND id = $2', [
    reader.countyId,
    patientId,
  ]);
  return row?.risk ?? null;
}
