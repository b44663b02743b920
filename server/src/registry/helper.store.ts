import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plain = {
  readonly id: Id;
  readonly guardianId: Id;
  readonly personId: Id;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly by: Id;
  /** Whether the helper may act on the day asked about: the own days, and those of the guardianship that it is lent from. */
  readonly inForce: boolean;
};
export type HelperRow = Plain & { readonly proof: string };

const proof = (row: Id) => ({ table: 'guardian_helper', row, column: 'proof_sealed' });
const HELD = `EXISTS (SELECT FROM guardianship AS held WHERE held.county_id = $1 AND held.patient_id = helper.patient_id
  AND held.person_id = helper.guardian_id AND held.since <= $3 AND (held.until IS NULL OR held.until >= $3))`;
const IN_FORCE = `helper.since <= $3 AND (helper.until IS NULL OR helper.until >= $3) AND ${HELD}`;

/** Everybody who ever acted for a guardian of the patient, newest first. */
export async function readHelpers(reader: Reader, vault: CountyVault, patientId: Id, day: CalendarDate): Promise<HelperRow[]> {
  const rows = await reader.sql<Plain & { proof_sealed: Buffer }>(
    `SELECT id, guardian_id AS "guardianId", person_id AS "personId", since, until, recorded_by AS "by", (${IN_FORCE}) AS "inForce", proof_sealed
     FROM guardian_helper AS helper WHERE county_id = $1 AND patient_id = $2 ORDER BY since DESC, id DESC`,
    [reader.countyId, patientId, day],
  );
  return rows.map(({ proof_sealed, ...row }) => ({ ...row, proof: vault.open(proof(row.id), proof_sealed) }));
}

/** Whom of the patient's guardians this person acts for on `day`, the primary one first; null when for nobody. */
export async function readHelped(reader: Reader, patientId: Id, personId: Id, day: CalendarDate): Promise<Id | null> {
  const [row] = await reader.sql<{ guardianId: Id }>(
    `SELECT guardian_id AS "guardianId" FROM guardian_helper AS helper
     WHERE county_id = $1 AND patient_id = $2 AND person_id = $4 AND ${IN_FORCE}
     ORDER BY (SELECT bool_or(is_primary) FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = $2
       AND guardianship.person_id = helper.guardian_id) DESC, since, id LIMIT 1`,
    [reader.countyId, patientId, day, personId],
  );
  return row?.guardianId ?? null;
}

export type HelpedRow = {
  readonly patientId: Id;
  readonly guardianId: Id;
  readonly relation: GuardianRelation | null;
  readonly state: PatientState;
};

/** Patients for whose guardian this person acts on `day`. */
export const readHelpedWards = (reader: Reader, personId: Id, day: CalendarDate): Promise<HelpedRow[]> =>
  reader.sql(
    `SELECT DISTINCT ON (helper.patient_id) helper.patient_id AS "patientId", helper.guardian_id AS "guardianId", held.relation, patient.state
     FROM guardian_helper AS helper
     JOIN patient ON patient.county_id = $1 AND patient.id = helper.patient_id
     JOIN guardianship AS held ON held.county_id = $1 AND held.patient_id = helper.patient_id AND held.person_id = helper.guardian_id
       AND held.since <= $3 AND (held.until IS NULL OR held.until >= $3)
     WHERE helper.county_id = $1 AND helper.person_id = $2 AND helper.since <= $3 AND (helper.until IS NULL OR helper.until >= $3)
     ORDER BY helper.patient_id, held.is_primary DESC, helper.since, helper.id`,
    [reader.countyId, personId, day],
  );

/** @returns whether it is new. */
export async function insertHelper(
  tx: Tx,
  vault: CountyVault,
  one: {
    id: Id;
    patientId: Id;
    guardianId: Id;
    personId: Id;
    since: CalendarDate;
    until: CalendarDate | null;
    proof: string;
    by: Id;
    now: Date;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO guardian_helper (county_id, id, patient_id, guardian_id, person_id, since, until, proof_sealed, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.patientId,
      one.guardianId,
      one.personId,
      one.since,
      one.until,
      vault.seal(proof(one.id), one.proof),
      one.by,
      one.now,
    ],
  );
  return rows.length === 1;
}

/** Ends a helper's right with `lastDay`. @returns false when it is not the patient's or is over already. */
export async function endHelper(tx: Tx, patientId: Id, id: Id, lastDay: CalendarDate): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE guardian_helper SET until = greatest($4::date, since - 1)
     WHERE county_id = $1 AND patient_id = $2 AND id = $3 AND (until IS NULL OR until > $4) RETURNING id`,
    [tx.countyId, patientId, id, lastDay],
  );
  return rows.length === 1;
}
