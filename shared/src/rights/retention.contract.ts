import { z } from 'zod';
import { contract, Day, Instant, keysOf } from '../kernel/contract.ts';
import * as routes from './retention.routes.ts';
import { RETAINED, type Retained } from './retention.terms.ts';

const Retention = z
  .object({
    rows: z.array(
      z.object({
        kind: keysOf<Retained>(RETAINED),
        /** Days that it is kept; null: the software never erases it. */
        keepDays: z.int().nullable(),
        /** What is older than this day is due; null when nothing ever is. */
        before: Day.nullable(),
        /** How many would be erased if the job ran now. */
        due: z.int(),
        lastErased: z.object({ at: Instant, rows: z.int() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Retention' });

export const readRetentionContract = contract({
  route: routes.readRetention,
  summary: 'What is kept how long, what would be erased if the nightly job ran now, and what it erased last',
  door: 'retention:read',
  answer: Retention,
  refusals: [],
});

export type RetentionAnswer = z.infer<typeof Retention>;
