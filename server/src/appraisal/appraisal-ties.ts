import type { PatientTies } from '@guanhu/shared/access/permissions.rules';
import type { Reader } from '../platform/database/database.ts';
import type { AppraisalRow } from './appraisal.store.ts';

/** An appraisal is a matter of the township that concluded the agreement and of the patient's present team; its party is one guardian. */
export const appraisalTies = (
  reader: Reader,
  row: Pick<AppraisalRow, 'area_path' | 'guardian_id'>,
  ties: PatientTies | undefined,
): PatientTies => ({
  countyId: reader.countyId,
  team: ties?.team ?? [],
  areaPath: row.area_path,
  guardians: [row.guardian_id],
  helpers: [],
});
