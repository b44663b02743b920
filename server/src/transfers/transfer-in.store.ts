import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { startOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { InState, TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plain = {
  readonly id: Id;
  readonly fromCounty: number;
  readonly fromPatientId: Id;
  readonly fromPlace: string | null;
  readonly townshipId: Id;
  readonly township: string;
  readonly path: readonly Id[];
  readonly state: InState;
  readonly villageId: Id | null;
  readonly patientId: Id | null;
  readonly arrivedAt: Date;
  readonly answeredBy: Id | null;
  readonly answeredSession: Id | null;
  readonly answeredAt: Date | null;
  readonly version: number;
};
export type InRow = Plain & {
  readonly reason: string | null;
  readonly answer: string | null;
  /** Null when it has been erased. */
  readonly carried: TransferPackage | null;
};
type SealedColumn = 'reason_sealed' | 'answer_sealed' | 'package_sealed';
type Sealed = Plain & { readonly [C in SealedColumn]: Buffer | null };

const place = (row: Id, column: SealedColumn) => ({ table: 'transfer_in', row, column });
const SELECT = `SELECT transfer.id, from_county AS "fromCounty", from_patient_id AS "fromPatientId", from_place AS "fromPlace",
    transfer.township_id AS "townshipId", area.name AS township, area.path, transfer.state, transfer.village_id AS "villageId",
    transfer.patient_id AS "patientId", arrived_at AS "arrivedAt", answered_by AS "answeredBy", answered_session AS "answeredSession",
    answered_at AS "answeredAt", transfer.version, reason_sealed, answer_sealed, package_sealed
  FROM transfer_in AS transfer JOIN area ON area.county_id = $1 AND area.id = transfer.township_id
  WHERE transfer.county_id = $1`;

function opened(vault: CountyVault, { reason_sealed, answer_sealed, package_sealed, ...row }: Sealed): InRow {
  const open = (column: SealedColumn, sealed: Buffer | null) => (sealed === null ? null : vault.open(place(row.id, column), sealed));
  const carried = open('package_sealed', package_sealed);
  return {
    ...row,
    reason: open('reason_sealed', reason_sealed),
    answer: open('answer_sealed', answer_sealed),
    carried: carried === null ? null : (JSON.parse(carried) as TransferPackage),
  };
}

export async function readIn(reader: Reader, vault: CountyVault, id: Id): Promise<InRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${SELECT} AND transfer.id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** The same, locked until the transaction ends. */
export async function lockIn(tx: Tx, vault: CountyVault, id: Id): Promise<InRow | undefined> {
  const [row] = await tx.sql<Sealed>(`${SELECT} AND transfer.id = $2 FOR UPDATE OF transfer`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** A page of what came to these areas, newest first. */
export async function readIns(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; state: InState | null; after: Id | null; limit: number },
): Promise<InRow[]> {
  const rows = await reader.sql<Sealed>(
    `${SELECT} AND area.path && $2::uuid[] AND ($3::text IS NULL OR transfer.state = $3) AND ($4::uuid IS NULL OR transfer.id < $4)
     ORDER BY transfer.id DESC LIMIT $5`,
    [reader.countyId, asked.areas, asked.state, asked.after, asked.limit],
  );
  return rows.map(row => opened(vault, row));
}

type Arrived = Pick<Plain, 'id' | 'fromCounty' | 'fromPatientId' | 'townshipId' | 'arrivedAt'>;

/** @returns whether it is new: an offer that comes twice, or behind its own withdrawal, changes nothing. */
export async function insertIn(
  tx: Tx,
  vault: CountyVault,
  row: Arrived & { fromPlace: string; reason: string; carried: TransferPackage },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO transfer_in (county_id, id, from_county, from_patient_id, from_place, township_id, reason_sealed, package_sealed, arrived_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.fromCounty,
      row.fromPatientId,
      row.fromPlace,
      row.townshipId,
      vault.seal(place(row.id, 'reason_sealed'), row.reason),
      vault.seal(place(row.id, 'package_sealed'), JSON.stringify(row.carried)),
      row.arrivedAt,
    ],
  );
  return rows.length === 1;
}

/** A withdrawal that is here before the offer holds its place. */
export async function insertWithdrawn(tx: Tx, row: Arrived): Promise<void> {
  await tx.sql(
    `INSERT INTO transfer_in (county_id, id, from_county, from_patient_id, township_id, state, arrived_at) VALUES ($1, $2, $3, $4, $5, 'withdrawn', $6)
     ON CONFLICT (county_id, id) DO NOTHING`,
    [tx.countyId, row.id, row.fromCounty, row.fromPatientId, row.townshipId, row.arrivedAt],
  );
}

/** The answer of this county; with a no everything that came along is erased. The row has been locked. */
export async function writeAnswer(
  tx: Tx,
  vault: CountyVault,
  row: { id: Id; state: 'accepted' | 'rejected'; villageId: Id | null; answer: string | null; by: Id; session: Id; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE transfer_in SET state = $3, village_id = $4, answer_sealed = $5, answered_by = $6, answered_session = $7, answered_at = $8,
       package_sealed = CASE WHEN $3 = 'rejected' THEN NULL ELSE package_sealed END, version = version + 1
     WHERE county_id = $1 AND id = $2 AND state = 'waiting'`,
    [
      tx.countyId,
      row.id,
      row.state,
      row.villageId,
      row.answer === null ? null : vault.seal(place(row.id, 'answer_sealed'), row.answer),
      row.by,
      row.session,
      row.now,
    ],
  );
}

/** The old county has taken it back: nothing that came along stays. The row has been locked. */
export async function writeWithdrawn(tx: Tx, id: Id): Promise<void> {
  await tx.sql(
    `UPDATE transfer_in SET state = 'withdrawn', package_sealed = NULL, reason_sealed = NULL, version = version + 1
     WHERE county_id = $1 AND id = $2 AND state IN ('waiting', 'accepted')`,
    [tx.countyId, id],
  );
}

/** The patient has arrived, with what the old county knew at the end. The row has been locked. */
export async function writeTakenOver(
  tx: Tx,
  vault: CountyVault,
  row: { id: Id; patientId: Id; carried: TransferPackage; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE transfer_in SET state = 'takenOver', patient_id = $3, package_sealed = $4, taken_over_at = $5, version = version + 1
     WHERE county_id = $1 AND id = $2 AND state = 'accepted'`,
    [tx.countyId, row.id, row.patientId, vault.seal(place(row.id, 'package_sealed'), JSON.stringify(row.carried)), row.now],
  );
}

/** Erases what came along with patients who arrived before this day. */
export async function erasePackages(tx: Tx, before: CalendarDate): Promise<void> {
  await tx.sql(
    `UPDATE transfer_in SET package_sealed = NULL, version = version + 1
     WHERE county_id = $1 AND state = 'takenOver' AND package_sealed IS NOT NULL AND taken_over_at < $2`,
    [tx.countyId, startOf(before)],
  );
}
