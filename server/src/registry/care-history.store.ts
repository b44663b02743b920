import type { Id } from '@guanhu/shared/kernel/ids';
import type { CareHistory } from '@guanhu/shared/registry/care-history.rules';
import type { Reader } from '../platform/database/database.ts';

/** What decided about the care of each of these patients, in one statement. A file that is not there has no history. */
export async function readCareHistories(reader: Reader, patientIds: readonly Id[]): Promise<ReadonlyMap<Id, CareHistory>> {
  const rows = await reader.sql<CareHistory & { id: Id }>(
    `SELECT patient.id, patient.state,
       coalesce((SELECT json_agg(json_build_object('from', from_state, 'to', to_state, 'on', on_day) ORDER BY life_event.id)
         FROM life_event WHERE life_event.county_id = $1 AND life_event.patient_id = patient.id), '[]') AS turns,
       coalesce((SELECT json_agg(json_build_object('decision', decision, 'on', on_day) ORDER BY recorded_at, consent.id)
         FROM consent WHERE consent.county_id = $1 AND consent.patient_id = patient.id), '[]') AS consents
     FROM patient WHERE patient.county_id = $1 AND patient.id = ANY($2::uuid[])`,
    [reader.countyId, patientIds],
  );
  return new Map(rows.map(({ id, ...history }) => [id, history]));
}
