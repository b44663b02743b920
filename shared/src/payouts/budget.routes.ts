import { route } from '../kernel/route.ts';
import type * as C from './budget.contract.ts';

/** Money of other purposes than the reward, as finance spent it. */
export const listExpenditures = route<{ query: C.ExpendituresQuery; answer: C.ExpendituresPage }>()('GET', '/funds/expenditures');
export const recordExpenditure = route<{ params: C.SpentLineParams; body: C.RecordExpenditureBody; answer: C.ExpenditureRef }>()(
  'POST',
  '/funds/lines/:lineId/expenditures',
);
export const takeBackExpenditure = route<{ params: C.ExpenditureParams; body: C.ExpenditureWordsBody; answer: C.ExpenditureRef }>()(
  'POST',
  '/funds/expenditures/:expenditureId/taking-back',
);
export const checkExpenditure = route<{ params: C.ExpenditureParams; body: C.ExpenditureWordsBody; answer: C.ExpenditureRef }>()(
  'POST',
  '/funds/expenditures/:expenditureId/check',
);
