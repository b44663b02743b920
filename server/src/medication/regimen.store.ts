import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Drug } from '@guanhu/shared/medication/dose.rules';
import type { RegimenEndReason, RegimenSource } from '@guanhu/shared/medication/medication.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** What is sealed in an order. */
export type Order = {
  readonly drugs: readonly Drug[];
  readonly prescriber: string | null;
  readonly hospital: string | null;
  readonly note: string | null;
};
export type RegimenRow = {
  readonly id: Id;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly orderedSince: CalendarDate;
  readonly source: RegimenSource;
  readonly order: Order | null;
  readonly endReason: RegimenEndReason | null;
  readonly setAt: Date | null;
  readonly runsOutOn: CalendarDate | null;
};

const COLUMNS = `id, since, until, coalesce(ordered_since, since) AS "orderedSince", source, order_sealed, end_reason AS "endReason",
  set_at AS "setAt", runs_out_on AS "runsOutOn"`;
type Stored = Omit<RegimenRow, 'order'> & { readonly order_sealed: Buffer | null };
const column = (row: Id) => ({ table: 'regimen', row, column: 'order_sealed' });
const opened = (vault: CountyVault, { order_sealed: sealed, ...row }: Stored): RegimenRow => ({
  ...row,
  order: sealed === null ? null : (JSON.parse(vault.open(column(row.id), sealed)) as Order),
});

/** A patient's orders that reach to `since` or later, the newest first; those that lasted no day stand among them. */
export async function readRegimens(reader: Reader, vault: CountyVault, patientId: Id, since: CalendarDate): Promise<RegimenRow[]> {
  const rows = await reader.sql<Stored>(
    `SELECT ${COLUMNS} FROM regimen WHERE county_id = $1 AND patient_id = $2 AND (until IS NULL OR until >= $3) ORDER BY since DESC, id DESC`,
    [reader.countyId, patientId, since],
  );
  return rows.map(row => opened(vault, row));
}

/** A page of a patient's orders, newest first. */
export async function pageRegimens(
  reader: Reader,
  vault: CountyVault,
  patientId: Id,
  after: Id | undefined,
  limit: number,
): Promise<RegimenRow[]> {
  const rows = await reader.sql<Stored>(
    `SELECT ${COLUMNS} FROM regimen
     WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR (since, id) < (
       SELECT since, id FROM regimen WHERE county_id = $1 AND patient_id = $2 AND id = $3))
     ORDER BY since DESC, id DESC LIMIT $4`,
    [reader.countyId, patientId, after ?? null, limit],
  );
  return rows.map(row => opened(vault, row));
}

/** The newest order of a patient, whether it goes on, has ended or is still to begin; locked until the transaction ends. */
export async function lockNewestRegimen(tx: Tx, vault: CountyVault, patientId: Id): Promise<RegimenRow | undefined> {
  // The patient's row takes the turns: where there is no order yet there is none to lock.
  await tx.sql('SELECT FROM patient WHERE county_id = $1 AND id = $2 FOR UPDATE', [tx.countyId, patientId]);
  const [row] = await tx.sql<Stored>(
    `SELECT ${COLUMNS} FROM regimen WHERE county_id = $1 AND patient_id = $2 ORDER BY since DESC, id DESC LIMIT 1`,
    [tx.countyId, patientId],
  );
  return row && opened(vault, row);
}

export async function insertRegimen(
  tx: Tx,
  vault: CountyVault,
  regimen: Pick<RegimenRow, 'id' | 'since' | 'until' | 'orderedSince'> & { patientId: Id; order: Order; setBy: Id; now: Date },
): Promise<void> {
  await tx.sql(
    `INSERT INTO regimen (county_id, id, patient_id, since, until, ordered_since, source, order_sealed, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'doctor', $7, $8, $9)`,
    [
      tx.countyId,
      regimen.id,
      regimen.patientId,
      regimen.since,
      regimen.until,
      regimen.orderedSince,
      vault.seal(column(regimen.id), JSON.stringify(regimen.order)),
      regimen.setBy,
      regimen.now,
    ],
  );
}

/** Gives an order its last day; a reason when no other order follows. What was to be injected or would run out after it is so no more. */
export async function closeRegimen(tx: Tx, id: Id, lastDay: CalendarDate, reason: RegimenEndReason | null): Promise<void> {
  await tx.sql(
    `UPDATE regimen SET until = $3, end_reason = $4, injection_due_on = NULL, runs_out_on = NULL WHERE county_id = $1 AND id = $2`,
    [tx.countyId, id, lastDay, reason],
  );
}

/** The dates that planning compares, as the rules made them. */
export async function setMedicineDates(
  tx: Tx,
  id: Id,
  { injectionDueOn, runsOutOn }: { injectionDueOn: CalendarDate | null; runsOutOn: CalendarDate | null },
): Promise<void> {
  await tx.sql('UPDATE regimen SET injection_due_on = $3, runs_out_on = $4 WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    id,
    injectionDueOn,
    runsOutOn,
  ]);
}

/** Remembers the names that were written, for whoever writes next. */
export async function rememberDrugs(tx: Tx, vault: CountyVault, names: readonly string[], now: Date): Promise<void> {
  const ids = names.map(newId);
  await tx.sql(
    `INSERT INTO known_drug (county_id, id, name_digest, name_sealed, last_used_at)
     SELECT $1, one.*, $5 FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS one
     ON CONFLICT (county_id, name_digest) DO UPDATE SET uses = known_drug.uses + 1, last_used_at = excluded.last_used_at`,
    [
      tx.countyId,
      ids,
      names.map(name => vault.digest('drug-name', name)),
      names.map((name, index) => vault.seal({ table: 'known_drug', row: ids[index] ?? '', column: 'name_sealed' }, name)),
      now,
    ],
  );
}

/** How many names are offered: more than anybody prescribes, few enough to open in a moment. */
const MOST_OFFERED = 200;

/** Names that doctors of the county have written, most used first. */
export async function readKnownDrugs(reader: Reader, vault: CountyVault): Promise<string[]> {
  const rows = await reader.sql<{ id: Id; name_sealed: Buffer }>(
    'SELECT id, name_sealed FROM known_drug WHERE county_id = $1 ORDER BY uses DESC, last_used_at DESC, id LIMIT $2',
    [reader.countyId, MOST_OFFERED],
  );
  return rows.map(row => vault.open({ table: 'known_drug', row: row.id, column: 'name_sealed' }, row.name_sealed));
}
