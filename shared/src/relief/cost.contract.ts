import { z } from 'zod';
import { contract, FenAmount, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './cost.routes.ts';
import { COST_ACTS, COST_ITEMS, COST_ORIGINS, COST_STATE_CODES, type CostAct, type CostItem, type CostOrigin } from './cost.terms.ts';

const StateCode = z.enum(COST_STATE_CODES).meta({ id: 'CostState' });
const CostRow = z
  .object({
    costId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    origin: keysOf<CostOrigin>(COST_ORIGINS),
    paidFor: keysOf<CostItem>(COST_ITEMS),
    /** From where to where, of an escort's cost. */
    way: z.string().nullable(),
    state: StateCode,
    version: Version,
    /** Of the bill; what of it was allowed; what was paid. */
    billFen: FenAmount,
    allowedFen: FenAmount.nullable(),
    paidFen: FenAmount.nullable(),
    steps: z.array(z.object({ act: keysOf<CostAct>(COST_ACTS), by: z.string(), words: z.string(), at: Instant })),
    may: z.object({ review: z.boolean(), pay: z.boolean(), supervise: z.boolean() }),
  })
  .meta({ id: 'ReliefCost' });
export type CostRow = z.infer<typeof CostRow>;

const CostPage = PageOf(CostRow);
export type CostPage = z.infer<typeof CostPage>;
const ListCostsQuery = IdPageQuery.extend({ state: StateCode.optional() });
export type ListCostsQuery = z.input<typeof ListCostsQuery>;
export const listCostsContract = contract({
  route: routes.listCosts,
  summary: 'Costs of patients of unknown or other origin, newest first, with who did which step',
  door: 'relief-cost:read',
  query: ListCostsQuery,
  answer: CostPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

const ProposeCostBody = z.strictObject({
  costId: IdText,
  origin: keysOf<CostOrigin>(COST_ORIGINS),
  paidFor: keysOf<CostItem>(COST_ITEMS).default('treatment'),
  /** The escort that it is a cost of. */
  escortId: IdText.optional(),
  billFen: FenAmount.min(1),
  words: Words(500),
});
export type ProposeCostBody = z.input<typeof ProposeCostBody>;
export const proposeCostContract = contract({
  route: routes.proposeCost,
  summary: 'A bill of a patient whom nobody else pays for: of treatment, or of an escort',
  door: 'relief-cost:propose',
  params: z.strictObject({ patientId: IdText }),
  body: ProposeCostBody,
  answer: CostRow,
  refusals: ['RELIEF_COST_NEEDS_ESCORT', 'NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
  once: true,
});

const CostParams = z.strictObject({ costId: IdText });
const STEP_REFUSALS = [
  'RELIEF_COST_MOVE_NOT_ALLOWED',
  'RELIEF_COST_SAME_PERSON',
  'RELIEF_COST_TOO_MUCH',
  'STALE',
  'NOT_FOUND_OR_NO_ACCESS',
  'INPUT_INVALID',
] as const;
/** `allowedFen` null: it goes back to whoever proposed it. */
const ReviewCostBody = z.strictObject({ version: Version, allowedFen: FenAmount.min(1).nullable(), words: Words(500) });
export type ReviewCostBody = z.input<typeof ReviewCostBody>;
export const reviewCostContract = contract({
  route: routes.reviewCost,
  summary: 'How much of a bill is allowed, by somebody who did not propose it',
  door: 'relief-cost:review',
  params: CostParams,
  body: ReviewCostBody,
  answer: CostRow,
  refusals: STEP_REFUSALS,
  once: true,
});

const PayCostBody = z.strictObject({ version: Version, paidFen: FenAmount.min(1), words: Words(500) });
export type PayCostBody = z.input<typeof PayCostBody>;
export const payCostContract = contract({
  route: routes.payCost,
  summary: 'What finance paid of it from the budget for such costs, with the voucher’s number',
  door: 'relief-cost:pay',
  params: CostParams,
  body: PayCostBody,
  answer: CostRow,
  refusals: [...STEP_REFUSALS, 'PAYING_OFFICE_MISSING', 'BUDGET_LINE_MISSING', 'FUNDS_NOT_ENOUGH'],
  once: true,
});

const SuperviseCostBody = z.strictObject({ version: Version, words: Words(500) });
export type SuperviseCostBody = z.input<typeof SuperviseCostBody>;
export const superviseCostContract = contract({
  route: routes.superviseCost,
  summary: 'What the look at its use found',
  door: 'relief-cost:supervise',
  params: CostParams,
  body: SuperviseCostBody,
  answer: CostRow,
  refusals: STEP_REFUSALS,
  once: true,
});
