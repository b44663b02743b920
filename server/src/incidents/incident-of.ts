import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';
import { readIncident } from './incidents.store.ts';

/** The incident that something came of, when it is this patient's; null when none was named. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
export async function incidentOf(reader: Reader, patientId: Id, incidentId: Id | undefined): Promise<Id | null> {
  if (incidentId === undefined) return null;
  const incident = await readIncident(reader, incidentId);
  if (incident?.patientId !== patientId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  return incidentId;
}
