import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type GuardianshipRow = {
  readonly patientId: Id;
  readonly personId: Id;
  readonly relation: GuardianRelation | null;
  readonly isPrimary: boolean;
  readonly since: CalendarDate;
};

const COLUMNS = 'patient_id AS "patientId", person_id AS "personId", relation, is_primary AS "isPrimary", since';
const IN_FORCE = 'since <= $3 AND (until IS NULL OR until >= $3)';

/** Guardians of these patients on `day`, the primary one first. */
export const readGuardianships = (reader: Reader, patientIds: readonly Id[], day: CalendarDate): Promise<GuardianshipRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM guardianship WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND ${IN_FORCE} ORDER BY patient_id, is_primary DESC, since, id`,
    [reader.countyId, patientIds, day],
  );

export type WardRow = {
  readonly patientId: Id;
  readonly relation: GuardianRelation | null;
  readonly isPrimary: boolean;
  readonly state: PatientState;
};

/** Patients whose guardian this person is on `day`. */
export const readWards = (reader: Reader, personId: Id, day: CalendarDate): Promise<WardRow[]> =>
  reader.sql(
    `SELECT guardianship.patient_id AS "patientId", relation, is_primary AS "isPrimary", patient.state
     FROM guardianship JOIN patient ON patient.county_id = $1 AND patient.id = guardianship.patient_id
     WHERE guardianship.county_id = $1 AND person_id = $2 AND ${IN_FORCE} AND patient.state <> 'merged' ORDER BY guardianship.since, guardianship.id`,
    [reader.countyId, personId, day],
  );

/** Starts a guardianship; the patient's first is the primary one. */
export async function insertGuardianship(
  tx: Tx,
  one: { patientId: Id; personId: Id; relation: GuardianRelation | null; since: CalendarDate },
): Promise<void> {
  await tx.sql(
    `INSERT INTO guardianship (county_id, id, patient_id, person_id, relation, is_primary, since)
     SELECT $1, $2, $3, $4, $5, NOT EXISTS (
       SELECT FROM guardianship WHERE county_id = $1 AND patient_id = $3 AND is_primary AND (until IS NULL OR until >= $6)), $6`,
    [tx.countyId, newId(), one.patientId, one.personId, one.relation, one.since],
  );
}

/** Ends a guardianship with `lastDay`; when it was the primary one, the oldest of the others takes its place. */
export async function endGuardianship(tx: Tx, patientId: Id, personId: Id, lastDay: CalendarDate): Promise<void> {
  await tx.sql('UPDATE guardianship SET until = $4 WHERE county_id = $1 AND patient_id = $2 AND person_id = $3 AND until IS NULL', [
    tx.countyId,
    patientId,
    personId,
    lastDay,
  ]);
  await tx.sql(
    `UPDATE guardianship SET is_primary = true WHERE county_id = $1 AND id = (
       SELECT id FROM guardianship WHERE county_id = $1 AND patient_id = $2 AND until IS NULL ORDER BY since, id LIMIT 1)
     AND NOT EXISTS (SELECT FROM guardianship WHERE county_id = $1 AND patient_id = $2 AND until IS NULL AND is_primary)`,
    [tx.countyId, patientId],
  );
}

export async function updateRelation(tx: Tx, patientId: Id, personId: Id, relation: GuardianRelation): Promise<void> {
  await tx.sql('UPDATE guardianship SET relation = $4 WHERE county_id = $1 AND patient_id = $2 AND person_id = $3 AND until IS NULL', [
    tx.countyId,
    patientId,
    personId,
    relation,
  ]);
}
