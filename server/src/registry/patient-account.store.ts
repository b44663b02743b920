import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

const IN_FORCE = 'since <= $3 AND (until IS NULL OR until >= $3)';

/** The person whose account is the patient's own on `day`. */
export async function readAccountOf(reader: Reader, patientId: Id, day: CalendarDate): Promise<Id | undefined> {
  const [row] = await reader.sql<{ person_id: Id }>(
    `SELECT person_id FROM patient_account WHERE county_id = $1 AND patient_id = $2 AND ${IN_FORCE}`,
    [reader.countyId, patientId, day],
  );
  return row?.person_id;
}

/** Whose own account this person's is on `day`. */
export async function readPatientOf(reader: Reader, personId: Id, day: CalendarDate): Promise<Id | undefined> {
  const [row] = await reader.sql<{ patient_id: Id }>(
    `SELECT patient_id FROM patient_account WHERE county_id = $1 AND person_id = $2 AND ${IN_FORCE}`,
    [reader.countyId, personId, day],
  );
  return row?.patient_id;
}

export async function insertAccount(tx: Tx, one: { patientId: Id; personId: Id; since: CalendarDate }): Promise<void> {
  await tx.sql('INSERT INTO patient_account (county_id, id, patient_id, person_id, since) VALUES ($1, $2, $3, $4, $5)', [
    tx.countyId,
    newId(),
    one.patientId,
    one.personId,
    one.since,
  ]);
}

/** The one patient with exactly this ID number, or of this name in this village; none when several have it. */
export async function findExactly(reader: Reader, who: { idNumber: Buffer } | { name: Buffer; villageId: Id }): Promise<Id | undefined> {
  const rows =
    'idNumber' in who
      ? await reader.sql<{ id: Id }>('SELECT id FROM patient WHERE county_id = $1 AND id_number_digest = $2 LIMIT 2', [
          reader.countyId,
          who.idNumber,
        ])
      : await reader.sql<{ id: Id }>('SELECT id FROM patient WHERE county_id = $1 AND name_digest = $2 AND village_id = $3 LIMIT 2', [
          reader.countyId,
          who.name,
          who.villageId,
        ]);
  return rows.length === 1 ? rows[0]?.id : undefined;
}
