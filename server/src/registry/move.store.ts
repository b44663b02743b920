import type { Id } from '@guanhu/shared/kernel/ids';
import type { MoveState } from '@guanhu/shared/registry/move.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plain = {
  readonly id: Id;
  readonly patientId: Id;
  readonly fromVillageId: Id;
  readonly toVillageId: Id;
  readonly state: MoveState;
  readonly version: number;
  readonly proposedBy: Id;
  readonly proposedAt: Date;
  readonly answeredBy: Id | null;
  readonly answeredAt: Date | null;
};
export type MoveRow = Plain & {
  /** Areas from the county down to the village that the patient leaves, and comes to. */
  readonly fromPath: readonly Id[];
  readonly toPath: readonly Id[];
};
export type MoveInWords = MoveRow & {
  readonly fromVillage: string;
  readonly toVillage: string;
  readonly reason: string;
  readonly answer: string | null;
  readonly name_sealed: Buffer;
};

const place = (row: Id, column: 'reason_sealed' | 'answer_sealed') => ({ table: 'patient_move', row, column });
const COLUMNS = `move.id, move.patient_id AS "patientId", move.from_village_id AS "fromVillageId", move.to_village_id AS "toVillageId", move.state,
  move.version, move.proposed_by AS "proposedBy", move.proposed_at AS "proposedAt", move.answered_by AS "answeredBy",
  move.answered_at AS "answeredAt", here.path AS "fromPath", there.path AS "toPath"`;
const PLACES = `JOIN area AS here ON here.county_id = $1 AND here.id = move.from_village_id
  JOIN area AS there ON there.county_id = $1 AND there.id = move.to_village_id`;

export async function readMove(reader: Reader, id: Id): Promise<MoveRow | undefined> {
  const [row] = await reader.sql<MoveRow>(
    `SELECT ${COLUMNS} FROM patient_move AS move ${PLACES} WHERE move.county_id = $1 AND move.id = $2`,
    [reader.countyId, id],
  );
  return row;
}

/** A page of handovers from or to one of these areas, newest first. */
export async function readMoves(
  reader: Reader,
  vault: CountyVault,
  {
    areas,
    state,
    patientId,
    after,
    limit,
  }: { areas: readonly Id[]; state: MoveState | null; patientId: Id | null; after: Id | null; limit: number },
): Promise<MoveInWords[]> {
  type Sealed = Omit<MoveInWords, 'reason' | 'answer'> & { reason_sealed: Buffer; answer_sealed: Buffer | null };
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS}, here.name AS "fromVillage", there.name AS "toVillage", reason_sealed, answer_sealed, patient.name_sealed
     FROM patient_move AS move ${PLACES} JOIN patient ON patient.county_id = $1 AND patient.id = move.patient_id
     WHERE move.county_id = $1 AND (here.path && $2::uuid[] OR there.path && $2::uuid[]) AND ($3::text IS NULL OR move.state = $3)
       AND ($4::uuid IS NULL OR move.patient_id = $4) AND ($5::uuid IS NULL OR move.id < $5)
     ORDER BY move.id DESC LIMIT $6`,
    [reader.countyId, areas, state, patientId, after, limit],
  );
  return rows.map(({ reason_sealed, answer_sealed, ...row }) => ({
    ...row,
    reason: vault.open(place(row.id, 'reason_sealed'), reason_sealed),
    answer: answer_sealed === null ? null : vault.open(place(row.id, 'answer_sealed'), answer_sealed),
  }));
}

export async function movesWaiting(reader: Reader, patientId: Id): Promise<boolean> {
  const rows = await reader.sql(`SELECT id FROM patient_move WHERE county_id = $1 AND patient_id = $2 AND state = 'waiting'`, [
    reader.countyId,
    patientId,
  ]);
  return rows.length > 0;
}

/** @returns whether it is new. */
export async function insertMove(
  tx: Tx,
  vault: CountyVault,
  move: { id: Id; patientId: Id; fromVillageId: Id; toVillageId: Id; reason: string; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO patient_move (county_id, id, patient_id, from_village_id, to_village_id, reason_sealed, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      move.id,
      move.patientId,
      move.fromVillageId,
      move.toVillageId,
      vault.seal(place(move.id, 'reason_sealed'), move.reason),
      move.by,
      move.now,
    ],
  );
  return rows.length === 1;
}

/** @returns the new version; undefined when it changed since it was read. */
export async function updateMove(
  tx: Tx,
  vault: CountyVault,
  move: { id: Id; version: number; state: MoveState; answer: string | null; by: Id; now: Date },
): Promise<number | undefined> {
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE patient_move SET state = $4, answer_sealed = $5, answered_by = $6, answered_at = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'waiting' RETURNING version`,
    [
      tx.countyId,
      move.id,
      move.version,
      move.state,
      move.answer === null ? null : vault.seal(place(move.id, 'answer_sealed'), move.answer),
      move.by,
      move.now,
    ],
  );
  return row?.version;
}

/** The patient lives in this village from now on; its township is the one above it. */
export async function updatePlace(tx: Tx, patientId: Id, villageId: Id): Promise<void> {
  await tx.sql(
    `UPDATE patient SET village_id = area.id, township_id = area.parent_id, version = version + 1
     FROM area WHERE patient.county_id = $1 AND patient.id = $2 AND area.county_id = $1 AND area.id = $3 AND area.kind = 'village'`,
    [tx.countyId, patientId, villageId],
  );
}
