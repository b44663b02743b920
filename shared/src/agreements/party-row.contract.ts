import { z } from 'zod';
import { Day, IdText, Version } from '../kernel/contract.ts';

/** Whose reward, from when to when: what a row of an application and one of an agreement have in common. For the money office and the parties. */
export const PartyRow = z.object({
  version: Version,
  patientId: IdText,
  patientName: z.string(),
  guardianId: IdText,
  guardianName: z.string(),
  villageName: z.string(),
  /** First and last day, both inside. */
  from: Day,
  to: Day,
});
