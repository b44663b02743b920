import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { GuardianEndReason, GuardianKind } from '@guanhu/shared/registry/guardianship.rules';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plain = {
  readonly id: Id;
  readonly personId: Id;
  readonly relation: GuardianRelation | null;
  readonly kind: GuardianKind | null;
  readonly isPrimary: boolean;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly endReason: GuardianEndReason | null;
  readonly inForce: boolean;
};
export type GuardianRow = Plain & { readonly proof: string | null };

const proof = (row: Id) => ({ table: 'guardianship', row, column: 'proof_sealed' });

/** Everybody who ever was a guardian of the patient: the primary one first, then those in force, then the former ones. */
export async function readGuardians(reader: Reader, vault: CountyVault, patientId: Id, day: CalendarDate): Promise<GuardianRow[]> {
  const rows = await reader.sql<Plain & { proof_sealed: Buffer | null }>(
    `SELECT * FROM (
       SELECT id, person_id AS "personId", relation, kind, is_primary AS "isPrimary", since, until, end_reason AS "endReason",
         (since <= $3 AND (until IS NULL OR until >= $3)) AS "inForce", proof_sealed
       FROM guardianship WHERE county_id = $1 AND patient_id = $2) AS one
     ORDER BY "inForce" DESC, "isPrimary" DESC, since DESC, id DESC`,
    [reader.countyId, patientId, day],
  );
  return rows.map(({ proof_sealed, ...row }) => ({
    ...row,
    proof: proof_sealed === null ? null : vault.open(proof(row.id), proof_sealed),
  }));
}

/** @returns whether it is new. Another one is primary until it is told otherwise. */
export async function insertGuardian(
  tx: Tx,
  vault: CountyVault,
  one: {
    id: Id;
    patientId: Id;
    personId: Id;
    relation: GuardianRelation;
    kind: GuardianKind;
    isPrimary: boolean;
    since: CalendarDate;
    proof: string | null;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO guardianship (county_id, id, patient_id, person_id, relation, kind, is_primary, since, proof_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.patientId,
      one.personId,
      one.relation,
      one.kind,
      one.isPrimary,
      one.since,
      one.proof === null ? null : vault.seal(proof(one.id), one.proof),
    ],
  );
  return rows.length === 1;
}

/** Ends one guardianship with `lastDay`. */
export async function endGuardian(tx: Tx, id: Id, lastDay: CalendarDate, reason: GuardianEndReason): Promise<void> {
  await tx.sql(`UPDATE guardianship SET until = greatest($3::date, since - 1), end_reason = $4 WHERE county_id = $1 AND id = $2`, [
    tx.countyId,
    id,
    lastDay,
    reason,
  ]);
}

/** Of the patient's open guardianships this one is primary; the longest one when none is named and none is primary. */
export async function setPrimary(tx: Tx, patientId: Id, id: Id | null): Promise<void> {
  if (id !== null)
    await tx.sql(
      'UPDATE guardianship SET is_primary = false WHERE county_id = $1 AND patient_id = $2 AND until IS NULL AND is_primary AND id <> $3',
      [tx.countyId, patientId, id],
    );
  await tx.sql(
    `UPDATE guardianship SET is_primary = true WHERE county_id = $1 AND NOT is_primary AND id = coalesce($3::uuid, (
       SELECT id FROM guardianship WHERE county_id = $1 AND patient_id = $2 AND until IS NULL ORDER BY since, id LIMIT 1))
     AND NOT EXISTS (SELECT FROM guardianship WHERE county_id = $1 AND patient_id = $2 AND until IS NULL AND is_primary)`,
    [tx.countyId, patientId, id],
  );
}

/** Who is asked about a patient on `day`: the primary guardian, or whoever acts for them; null when there is nobody. */
export async function readAsked(reader: Reader, patientId: Id, day: CalendarDate): Promise<Id | null> {
  const [row] = await reader.sql<{ personId: Id }>(
    `SELECT coalesce((
       SELECT helper.person_id FROM guardian_helper AS helper
       WHERE helper.county_id = $1 AND helper.patient_id = $2 AND helper.guardian_id = guardianship.person_id
         AND helper.since <= $3 AND (helper.until IS NULL OR helper.until >= $3) ORDER BY helper.since, helper.id LIMIT 1
     ), person_id) AS "personId" FROM guardianship
     WHERE county_id = $1 AND patient_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3) ORDER BY is_primary DESC, since, id LIMIT 1`,
    [reader.countyId, patientId, day],
  );
  return row?.personId ?? null;
}
