import { z } from 'zod';
import { contract, IdText } from '../kernel/contract.ts';
import { PatientRow } from '../registry/registry.contract.ts';
import { Team } from './care-team.contract.ts';
import { MOST_KEPT_PATIENTS } from './kept-patients.rules.ts';
import * as routes from './kept-patients.routes.ts';

/** Says what a phone has of one patient, without saying what it is. */
const Mark = z.string().regex(/^[0-9a-f]{16}$/);
const SyncPatientsBody = z.strictObject({
  /** What the phone has already. */
  known: z.array(z.strictObject({ patientId: IdText, mark: Mark })).max(MOST_KEPT_PATIENTS),
});
const SyncPatientsAnswer = z.object({
  /** New, or no longer what the phone has: name, place, and whom to call. No illness and no rating is ever kept on a phone. */
  changed: z.array(z.object({ mark: Mark, row: PatientRow, team: Team })),
  /** Known to the phone and not the reader's any more. */
  gone: z.array(IdText),
  /** The reader answers for more people than a phone keeps. */
  tooMany: z.boolean(),
  /** Hours without contact after which the phone erases what it keeps. */
  keepHours: z.int().min(1),
});

export const syncPatientsContract = contract({
  route: routes.syncPatients,
  summary: 'What a phone keeps of the reader’s own patients, as far as it has changed',
  door: 'patient:read',
  body: SyncPatientsBody,
  answer: SyncPatientsAnswer,
  refusals: [],
  reads: true,
});

export type SyncPatientsBody = z.input<typeof SyncPatientsBody>;
export type SyncPatientsAnswer = z.infer<typeof SyncPatientsAnswer>;
