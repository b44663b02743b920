import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { AppraisalRow } from './appraisal.store.ts';

type Training = { readonly id: Id; readonly patientId: Id; readonly guardianId: Id; readonly onDay: CalendarDate; readonly topic: string };

/** @returns false when the id is taken. */
export async function insertTraining(tx: Tx, vault: CountyVault, one: Training, by: Id, now: Date): Promise<boolean> {
  const topic = vault.seal({ table: 'guardian_training', row: one.id, column: 'topic_sealed' }, one.topic);
  const rows = await tx.sql(
    `INSERT INTO guardian_training (county_id, id, patient_id, guardian_id, on_day, topic_sealed, recorded_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.patientId, one.guardianId, one.onDay, topic, by, now],
  );
  return rows.length === 1;
}

/** Trainings that the guardian took part in within each period, and on how many days, in the order of the periods. */
export async function trainingsOf(reader: Reader, rows: readonly AppraisalRow[]): Promise<{ days: number; ids: Id[] }[]> {
  return reader.sql(
    `SELECT count(DISTINCT training.on_day) AS days, coalesce(json_agg(training.id) FILTER (WHERE training.id IS NOT NULL), '[]') AS ids
     FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[]) WITH ORDINALITY AS span (patient_id, guardian_id, from_on, to_on, place)
     LEFT JOIN guardian_training AS training ON training.county_id = $1 AND training.patient_id = span.patient_id
       AND training.guardian_id = span.guardian_id AND training.on_day BETWEEN span.from_on AND span.to_on
     GROUP BY place ORDER BY place`,
    [
      reader.countyId,
      rows.map(row => row.patient_id),
      rows.map(row => row.guardian_id),
      rows.map(row => row.from_on),
      rows.map(row => row.to_on),
    ],
  );
}
