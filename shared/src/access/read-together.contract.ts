import { z } from 'zod';
import { contract } from '../kernel/contract.ts';
import { MOST_READS } from './read-together.rules.ts';
import * as routes from './read-together.routes.ts';

const ReadTogetherBody = z.strictObject({
  reads: z
    .array(
      z.strictObject({
        /** Below /api, with its query, as it would be asked for by itself. */
        path: z.string().regex(/^\/[\x21-\x7e]{1,600}$/),
        /** Only of a read that is asked for with a body. */
        body: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .min(1)
    .max(MOST_READS),
});
const ReadTogetherAnswer = z.object({
  /** In the order of the reads: what each would have been answered by itself, refusals too. */
  answers: z.array(z.object({ status: z.int().min(200).max(599), body: z.unknown() })),
});

export const readTogetherContract = contract({
  route: routes.readTogether,
  summary: 'Several reads in one request: each is let in, answered and logged as by itself',
  door: 'signed-in',
  body: ReadTogetherBody,
  answer: ReadTogetherAnswer,
  refusals: [],
});

export type ReadTogetherBody = z.input<typeof ReadTogetherBody>;
export type ReadTogetherAnswer = z.infer<typeof ReadTogetherAnswer>;
