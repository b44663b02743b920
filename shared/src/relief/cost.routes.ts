import { route } from '../kernel/route.ts';
import type * as C from './cost.contract.ts';

type One = { costId: string };

export const listCosts = route<{ query: C.ListCostsQuery; answer: C.CostPage }>()('GET', '/relief-costs');
export const proposeCost = route<{ params: { patientId: string }; body: C.ProposeCostBody; answer: C.CostRow }>()(
  'POST',
  '/patients/:patientId/relief-costs',
);
export const reviewCost = route<{ params: One; body: C.ReviewCostBody; answer: C.CostRow }>()('POST', '/relief-costs/:costId/review');
export const payCost = route<{ params: One; body: C.PayCostBody; answer: C.CostRow }>()('POST', '/relief-costs/:costId/payment');
export const superviseCost = route<{ params: One; body: C.SuperviseCostBody; answer: C.CostRow }>()(
  'POST',
  '/relief-costs/:costId/supervision',
);
