import type { EntryState, OutsideSystem } from '@guanhu/shared/exchange/exchange.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

type EntryRow = { readonly patientId: Id; readonly state: EntryState | null; readonly on: CalendarDate | null };

/** Files of these areas that are not closed, each with its newest entry in the system, after `after`. */
export const readEntries = (
  reader: Reader,
  { areas, system, after, limit }: { areas: readonly Id[]; system: OutsideSystem; after: Id | null; limit: number },
): Promise<EntryRow[]> =>
  reader.sql(
    `SELECT patient.id AS "patientId", newest.state, newest.on_day AS "on" FROM patient
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     LEFT JOIN LATERAL (
       SELECT state, on_day FROM system_entry AS entry WHERE entry.county_id = $1 AND entry.patient_id = patient.id AND entry.system = $3
       ORDER BY recorded_at DESC, id DESC LIMIT 1
     ) AS newest ON true
     WHERE patient.county_id = $1 AND cardinality(patient.care) > 0 AND patient.state <> 'suspected' AND area.path && $2::uuid[] AND ($4::uuid IS NULL OR patient.id > $4)
     ORDER BY patient.id LIMIT $5`,
    [reader.countyId, areas, system, after, limit],
  );

/** @returns false when the id is taken. */
export async function insertEntry(
  tx: Tx,
  entry: { id: Id; patientId: Id; system: OutsideSystem; state: EntryState; on: CalendarDate; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO system_entry (county_id, id, patient_id, system, state, on_day, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, entry.id, entry.patientId, entry.system, entry.state, entry.on, entry.by, entry.now],
  );
  return rows.length === 1;
}
