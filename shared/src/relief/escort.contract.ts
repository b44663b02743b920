import { z } from 'zod';
import { contract, FenAmount, IdText, Instant, keysOf, listOf, Version, Words } from '../kernel/contract.ts';
import { COST_ITEMS, COST_STATE_CODES, type CostItem } from './cost.terms.ts';
import * as routes from './escort.routes.ts';
import { ESCORT_ITEMS, ESCORT_REASONS, ESCORT_STATES, type EscortItem, type EscortReason, type EscortState } from './escort.terms.ts';

const State = keysOf<EscortState>(ESCORT_STATES).meta({ id: 'EscortState' });
const Item = keysOf<EscortItem>(ESCORT_ITEMS);
const Plan = { reason: keysOf<EscortReason>(ESCORT_REASONS), from: Words(60), to: Words(60), escorts: Words(60), words: Words(1000) };
/** Who took the person over, with what, in what condition. */
const Receipt = {
  receiver: Words(30),
  unit: Words(60),
  phone: Words(30),
  items: z
    .array(Item)
    .max(Object.keys(ESCORT_ITEMS).length)
    .refine(items => new Set(items).size === items.length, { message: 'twice' }),
  condition: Words(500),
};

const EscortParams = z.strictObject({ escortId: IdText });
const Escort = z
  .object({
    escortId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    state: State,
    ...Plan,
    receipt: z.object({ ...Receipt, at: Instant, by: z.string() }).nullable(),
    /** What it cost: each is reviewed, paid and looked into as every cost of a patient whom nobody else pays for. */
    costs: z.array(
      z.object({
        costId: IdText,
        paidFor: keysOf<CostItem>(COST_ITEMS),
        billFen: FenAmount,
        paidFen: FenAmount.nullable(),
        state: z.enum(COST_STATE_CODES),
      }),
    ),
    mayPropose: z.boolean(),
    mayWrite: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Escort' });
const Escorts = listOf(Escort, { state: State.optional() });
const EscortRef = z.object({ escortId: IdText, state: State, version: Version });
const PlanEscortBody = z.strictObject({ escortId: IdText, ...Plan });
const MoveEscortBody = z.strictObject({ version: Version, to: z.enum(['underway', 'cancelled']) });
const HandOverEscortBody = z.strictObject({ version: Version, ...Receipt });

export const listEscortsContract = contract({
  route: routes.listEscorts,
  summary: 'Escorts of the reader’s areas, newest first, with their receipts',
  door: 'escort:read',
  ...Escorts,
  refusals: [],
});
export const planEscortContract = contract({
  route: routes.planEscort,
  summary: 'Somebody is to be brought home, or to whoever takes them over',
  door: 'escort:write',
  params: z.strictObject({ patientId: IdText }),
  body: PlanEscortBody,
  answer: EscortRef,
  refusals: [],
  once: true,
});
export const moveEscortContract = contract({
  route: routes.moveEscort,
  summary: 'An escort sets out, or does not take place',
  door: 'escort:write',
  params: EscortParams,
  body: MoveEscortBody,
  answer: EscortRef,
  refusals: ['ESCORT_MOVE_NOT_ALLOWED', 'STALE'],
  once: true,
});
export const handOverEscortContract = contract({
  route: routes.handOverEscort,
  summary: 'The person was handed over: who took them, with what, in what condition. It cannot be changed afterwards',
  door: 'escort:write',
  params: EscortParams,
  body: HandOverEscortBody,
  answer: EscortRef,
  refusals: ['ESCORT_MOVE_NOT_ALLOWED', 'STALE'],
  once: true,
});
export const printEscortReceiptContract = contract({
  route: routes.printEscortReceipt,
  summary: 'The receipt of a handover as PDF, with room for both signatures',
  door: 'escort:read',
  params: EscortParams,
  refusals: ['ESCORT_MOVE_NOT_ALLOWED'],
});

export type EscortParams = z.input<typeof EscortParams>;
export type EscortsQuery = z.input<typeof Escorts.query>;
export type EscortsPage = z.infer<typeof Escorts.answer>;
export type Escort = z.infer<typeof Escort>;
export type EscortRef = z.infer<typeof EscortRef>;
export type PlanEscortBody = z.input<typeof PlanEscortBody>;
export type MoveEscortBody = z.input<typeof MoveEscortBody>;
export type HandOverEscortBody = z.input<typeof HandOverEscortBody>;
