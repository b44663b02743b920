import { z } from 'zod';
import { Done } from '../access/access.contract.ts';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Words } from '../kernel/contract.ts';
import * as routes from './handover.routes.ts';
import { HANDOVER_STATES, type HandoverState } from './handover.terms.ts';

const State = keysOf<HandoverState>(HANDOVER_STATES).meta({ id: 'HandoverState' });
const HandoverParams = z.strictObject({ handoverId: IdText });
const HandoversQuery = IdPageQuery.extend({ state: State.optional() });

const HandoverShown = z
  .object({
    handoverId: IdText,
    personId: IdText,
    name: z.string(),
    /** Who takes over, as proposed or as decided. */
    to: z.object({ personId: IdText, name: z.string() }).nullable(),
    from: Day,
    /** Last day of the leave; null: for good. */
    until: Day.nullable(),
    state: State,
    note: z.string().nullable(),
    proposedAt: Instant,
    decidedBy: z.string().nullable(),
    /** Whether the reader may decide it. */
    mine: z.boolean(),
  })
  .meta({ id: 'Handover' });

const HandOverBody = z.strictObject({
  handoverId: IdText,
  personId: IdText,
  /** Who takes over. */
  toId: IdText,
  from: Day,
  /** Last day of the leave; null: for good, from today. */
  until: Day.nullable(),
});
const ProposeLeaveBody = z.strictObject({
  handoverId: IdText,
  /** Whom the worker would ask; the lead may choose somebody else. */
  toId: IdText.nullable(),
  from: Day,
  until: Day,
  note: Words(200).nullable(),
});
const DecideHandoverBody = z.discriminatedUnion('accept', [
  z.strictObject({ accept: z.literal(true), toId: IdText }),
  z.strictObject({ accept: z.literal(false) }),
]);
const HandoverRef = z.object({
  handoverId: IdText,
  state: State,
  /** Open tasks and seats that passed at once; a leave passes them by the deputy's posts and moves none. */
  tasks: z.int().min(0),
  seats: z.int().min(0),
});

export const listHandoversContract = contract({
  route: routes.listHandovers,
  summary: 'Leaves asked for and handovers done in the reader’s areas',
  door: 'handover:do',
  query: HandoversQuery,
  answer: PageOf(HandoverShown),
  refusals: [],
});
const TAKING_OVER = [
  'ROLE_OF_ONESELF',
  'PERSON_LEFT',
  'HANDOVER_NEEDS_ADMINISTRATOR',
  'HANDOVER_NOT_FITTING',
  'DEPUTY_NOT_FITTING',
] as const;
export const handOverContract = contract({
  route: routes.handOver,
  summary: 'All tasks and seats of a worker pass to a colleague, for some days or for good',
  door: 'handover:do',
  body: HandOverBody,
  answer: HandoverRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', ...TAKING_OVER],
  once: true,
});
export const decideHandoverContract = contract({
  route: routes.decideHandover,
  summary: 'Agree to a leave that was asked for, or not',
  door: 'handover:do',
  params: HandoverParams,
  body: DecideHandoverBody,
  answer: HandoverRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'HANDOVER_NOT_OPEN', ...TAKING_OVER],
  once: true,
});
export const listMyHandoversContract = contract({
  route: routes.listMyHandovers,
  summary: 'My own leaves',
  door: 'signed-in',
  query: IdPageQuery,
  answer: PageOf(HandoverShown),
  refusals: [],
});
export const proposeLeaveContract = contract({
  route: routes.proposeLeave,
  summary: 'Ask for leave and say who could stand in',
  door: 'signed-in',
  body: ProposeLeaveBody,
  answer: HandoverRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PERSON_LEFT', 'DEPUTY_NOT_FITTING', 'HANDOVER_NOT_FITTING'],
  once: true,
});
export const withdrawLeaveContract = contract({
  route: routes.withdrawLeave,
  summary: 'Take back a leave that nobody has decided',
  door: 'signed-in',
  params: HandoverParams,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'HANDOVER_NOT_OPEN'],
  once: true,
});

export type HandoverParams = z.input<typeof HandoverParams>;
export type HandoversQuery = z.input<typeof HandoversQuery>;
export type MyHandoversQuery = z.input<typeof IdPageQuery>;
export type HandoverShown = z.infer<typeof HandoverShown>;
export type HandoversPage = { rows: HandoverShown[]; next: string | null };
export type HandOverBody = z.input<typeof HandOverBody>;
export type ProposeLeaveBody = z.input<typeof ProposeLeaveBody>;
export type DecideHandoverBody = z.input<typeof DecideHandoverBody>;
export type HandoverRef = z.infer<typeof HandoverRef>;
