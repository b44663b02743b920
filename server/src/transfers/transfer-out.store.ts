import type { Id } from '@guanhu/shared/kernel/ids';
import type { OutState } from '@guanhu/shared/transfers/transfers.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plain = {
  readonly id: Id;
  readonly patientId: Id;
  readonly toCounty: number;
  readonly toTownship: Id;
  readonly toPlace: string;
  readonly state: OutState;
  readonly proposedBy: Id;
  readonly proposedSession: Id;
  readonly proposedAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
};
export type OutRow = Plain & { readonly reason: string; readonly answer: string | null };
type OutInList = OutRow & { readonly name_sealed: Buffer; readonly path: readonly Id[] };
type SealedWords = { readonly id: Id; readonly reason_sealed: Buffer; readonly answer_sealed: Buffer | null };
type Sealed<Row> = Omit<Row, 'reason' | 'answer'> & SealedWords;

const place = (row: Id, column: 'reason_sealed' | 'answer_sealed') => ({ table: 'transfer_out', row, column });
const COLUMNS = `transfer.id, transfer.patient_id AS "patientId", to_county AS "toCounty", to_township AS "toTownship", to_place AS "toPlace", transfer.state,
  proposed_by AS "proposedBy", proposed_session AS "proposedSession", proposed_at AS "proposedAt", ended_at AS "endedAt", transfer.version,
  reason_sealed, answer_sealed`;

function opened<Row extends SealedWords>(
  vault: CountyVault,
  { reason_sealed, answer_sealed, ...row }: Row,
): Omit<Row, 'reason_sealed' | 'answer_sealed'> & { reason: string; answer: string | null } {
  const { id } = row as unknown as SealedWords;
  const open = (column: 'reason_sealed' | 'answer_sealed', sealed: Buffer) => vault.open(place(id, column), sealed);
  return {
    ...row,
    reason: open('reason_sealed', reason_sealed),
    answer: answer_sealed === null ? null : open('answer_sealed', answer_sealed),
  };
}

export async function readOut(reader: Reader, vault: CountyVault, id: Id): Promise<OutRow | undefined> {
  const [row] = await reader.sql<Sealed<OutRow>>(`SELECT ${COLUMNS} FROM transfer_out AS transfer WHERE county_id = $1 AND id = $2`, [
    reader.countyId,
    id,
  ]);
  return row && opened(vault, row);
}

/** The handover of this patient that waits for the other county. */
export async function readProposed(reader: Reader, vault: CountyVault, patientId: Id): Promise<OutRow | undefined> {
  const [row] = await reader.sql<Sealed<OutRow>>(
    `SELECT ${COLUMNS} FROM transfer_out AS transfer WHERE county_id = $1 AND patient_id = $2 AND state = 'proposed'`,
    [reader.countyId, patientId],
  );
  return row && opened(vault, row);
}

/** A page of handovers of patients in these areas, newest first. */
export async function readOuts(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; state: OutState | null; patientId: Id | null; after: Id | null; limit: number },
): Promise<OutInList[]> {
  const rows = await reader.sql<Sealed<OutInList>>(
    `SELECT ${COLUMNS}, patient.name_sealed, area.path FROM transfer_out AS transfer
     JOIN patient ON patient.county_id = $1 AND patient.id = transfer.patient_id
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE transfer.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR transfer.state = $3)
       AND ($4::uuid IS NULL OR transfer.patient_id = $4) AND ($5::uuid IS NULL OR transfer.id < $5)
     ORDER BY transfer.id DESC LIMIT $6`,
    [reader.countyId, asked.areas, asked.state, asked.patientId, asked.after, asked.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** @returns whether it is new. */
export async function insertOut(
  tx: Tx,
  vault: CountyVault,
  row: Pick<
    OutRow,
    'id' | 'patientId' | 'toCounty' | 'toTownship' | 'toPlace' | 'reason' | 'proposedBy' | 'proposedSession' | 'proposedAt'
  >,
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO transfer_out (county_id, id, patient_id, to_county, to_township, to_place, reason_sealed, proposed_by, proposed_session, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.patientId,
      row.toCounty,
      row.toTownship,
      row.toPlace,
      vault.seal(place(row.id, 'reason_sealed'), row.reason),
      row.proposedBy,
      row.proposedSession,
      row.proposedAt,
    ],
  );
  return rows.length === 1;
}

/** Ends the waiting. @returns the new version; undefined when it has ended since it was read: this row decides every race. */
export async function endOut(
  tx: Tx,
  vault: CountyVault,
  row: { id: Id; version: number; state: OutState; answer: string | null; now: Date },
): Promise<number | undefined> {
  const [ended] = await tx.sql<{ version: number }>(
    `UPDATE transfer_out SET state = $4, answer_sealed = $5, ended_at = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'proposed' RETURNING version`,
    [
      tx.countyId,
      row.id,
      row.version,
      row.state,
      row.answer === null ? null : vault.seal(place(row.id, 'answer_sealed'), row.answer),
      row.now,
    ],
  );
  return ended?.version;
}
