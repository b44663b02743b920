import type { PatientTies } from '@guanhu/shared/access/permissions.rules';
import type { Reader } from '../platform/database/database.ts';
import type { EntitlementRow } from './entitlement.store.ts';

/** Money belongs to the guardian who earned it, also after a change of guardian, and to no other guardian of the patient. */
export const payeeTies = (reader: Reader, row: Pick<EntitlementRow, 'area_path' | 'guardian_id'>): PatientTies => ({
  countyId: reader.countyId,
  areaPath: row.area_path,
  team: [],
  guardians: [row.guardian_id],
  helpers: [],
});
