import { z } from 'zod';
import { contract, IdText, Instant, keysOf, PageOf, PageQuery, Version, Words } from '../kernel/contract.ts';
import * as routes from './handed-in.routes.ts';
import { HANDED_IN_DECISIONS, HANDED_IN_STATES, type HandedInDecision, type HandedInState } from './handed-in.terms.ts';

const OfHandedIn = z.strictObject({ handedInId: IdText });
const State = keysOf<HandedInState>(HANDED_IN_STATES);

const HandInBody = z.strictObject({
  /** The token of the session that the write was made under. */
  proof: z.string().min(1).max(200),
  /** The key under which the write would have been sent: handed in twice it is one. */
  key: IdText,
  method: z.enum(['POST', 'PUT']),
  /** Below /api, as it would have been sent. */
  path: z.string().regex(/^\/[\x21-\x7e]{1,300}$/),
  /** The version of the contracts it was written under. */
  contract: z.int().min(1).max(1_000_000),
  body: z.record(z.string().max(60), z.unknown()),
  /** What it is, in the phone's own words, without a name. */
  what: Words(40),
  madeAt: Instant,
});
/** done: the server had it already, only its answer was lost. */
const HandInAnswer = z.object({ outcome: z.enum(['waiting', 'done']) });

const HandedInRow = z
  .object({
    handedInId: IdText,
    what: z.string(),
    /** Null of what is about no patient. */
    patientId: IdText.nullable(),
    patientName: z.string().nullable(),
    areaName: z.string(),
    handedInBy: z.string(),
    madeAt: Instant,
    handedInAt: Instant,
    state: State,
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    reason: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'HandedInRow' });
const HandedIn = HandedInRow.extend({
  /** What would have been sent where; null once it was set aside and its time is over. */
  write: z.object({ path: z.string(), body: z.record(z.string(), z.unknown()) }).nullable(),
}).meta({ id: 'HandedIn' });
const HandedInQuery = PageQuery.extend({ state: State.optional(), patientId: IdText.optional() });
const DecideBody = z.strictObject({ decision: keysOf<HandedInDecision>(HANDED_IN_DECISIONS), reason: Words(300), version: Version });

export const handInContract = contract({
  route: routes.handIn,
  summary: 'Hand in a write that waited on a phone when its session ended; an office looks at it, nothing is done by itself',
  door: 'public',
  body: HandInBody,
  answer: HandInAnswer,
  refusals: ['HAND_IN_NOT_POSSIBLE', 'RATE_LIMITED', 'PAYLOAD_TOO_LARGE'],
});

export const listHandedInContract = contract({
  route: routes.listHandedIn,
  summary: 'What phones handed in after their session had ended, newest first',
  door: 'handed-in:read',
  query: HandedInQuery,
  answer: PageOf(HandedInRow),
  refusals: [],
});

export const readHandedInContract = contract({
  route: routes.readHandedIn,
  summary: 'One write that was handed in, with what was written',
  door: 'handed-in:read',
  params: OfHandedIn,
  answer: HandedIn,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const decideHandedInContract = contract({
  route: routes.decideHandedIn,
  summary: 'Take a handed-in write over into the file under both names, or set it aside, with a reason',
  door: 'handed-in:decide',
  params: OfHandedIn,
  body: DecideBody,
  answer: HandedInRow,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'HANDED_IN_DECIDED', 'HANDED_IN_BY_YOU', 'STALE'],
  once: true,
});

export type OfHandedIn = z.input<typeof OfHandedIn>;
export type HandInBody = z.input<typeof HandInBody>;
export type HandInAnswer = z.infer<typeof HandInAnswer>;
export type HandedInRow = z.infer<typeof HandedInRow>;
export type HandedIn = z.infer<typeof HandedIn>;
export type HandedInQuery = z.input<typeof HandedInQuery>;
export type HandedInPage = { rows: HandedInRow[]; next: string | null };
export type DecideHandedInBody = z.input<typeof DecideBody>;
