import { z } from 'zod';
import { Words } from '../kernel/contract.ts';
import { HANDLING_STEP_KEYS, type HandlingStep } from './handling.terms.ts';
import { INCIDENT_KIND_KEYS, INCIDENT_POSTS } from './policy.terms.ts';

const Step = z.strictObject({
  owner: z.enum(INCIDENT_POSTS),
  minutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60),
});
const steps = Object.fromEntries(HANDLING_STEP_KEYS.map(step => [step, Step])) as { [S in HandlingStep]: typeof Step };

export const HandlingBody = z.strictObject({
  kind: z.literal('handling'),
  opensFor: z.array(z.enum(INCIDENT_KIND_KEYS)).max(INCIDENT_KIND_KEYS.length).readonly(),
  steps: z.strictObject(steps),
  // No county may take longer than the day that the working system gives.
  recordHours: z.int().min(1).max(24),
  hospitals: z.array(Words(60)).max(20).readonly(),
  observeEveryHours: z.int().min(1).max(72),
  observeUntilStable: z.int().min(1).max(10),
  receiptDays: z.int().min(1).max(14),
  firstVisitDays: z.int().min(1).max(14),
  foundVisitDays: z.int().min(1).max(14),
  deathWithinDays: z.int().min(1).max(365),
  lookBackDays: z.int().min(7).max(365),
});
