import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Instant, keysOf, listOf, Words } from '../kernel/contract.ts';
import * as routes from './budget.routes.ts';
import {
  BUDGET_PURPOSES,
  EXPENDITURE_SOURCES,
  EXPENDITURE_STEPS,
  type BudgetPurpose,
  type ExpenditureSource,
  type ExpenditureStep,
} from './budget.terms.ts';

export const Purpose = keysOf<BudgetPurpose>(BUDGET_PURPOSES).meta({ id: 'BudgetPurpose' });

const Expenditure = z
  .object({
    expenditureId: IdText,
    officeName: z.string(),
    /** Year, code and name of its line. */
    line: z.string(),
    purpose: Purpose,
    source: keysOf<ExpenditureSource>(EXPENDITURE_SOURCES),
    amountFen: FenAmount,
    paidOn: Day,
    /** Of the voucher; a cost of a patient has it in its own steps. */
    documentNumber: z.string().nullable(),
    words: z.string().nullable(),
    by: z.string(),
    steps: z.array(z.object({ step: keysOf<ExpenditureStep>(EXPENDITURE_STEPS), by: z.string(), words: z.string(), at: Instant })),
    may: z.object({ takeBack: z.boolean(), check: z.boolean() }),
  })
  .meta({ id: 'Expenditure' });
const Expenditures = listOf(Expenditure, { purpose: Purpose.optional() });
const ExpenditureRef = z.object({ expenditureId: IdText });
const SpentLineParams = z.strictObject({ lineId: IdText });
const ExpenditureParams = z.strictObject({ expenditureId: IdText });
const RecordExpenditureBody = z.strictObject({
  expenditureId: IdText,
  amountFen: FenAmount.min(1),
  paidOn: Day,
  /** Number of the voucher: the same one is recorded once under a line. */
  documentNumber: Words(60),
  /** What it was for; it names nobody. */
  words: Words(200),
});
const ExpenditureWordsBody = z.strictObject({ words: Words(200) });

export const listExpendituresContract = contract({
  route: routes.listExpenditures,
  summary: 'What was spent of the budget for other purposes than the reward, newest first, with who looked into its use',
  door: 'fund:read',
  ...Expenditures,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});
export const recordExpenditureContract = contract({
  route: routes.recordExpenditure,
  summary: 'Writes down what was spent under a line of the budget, with its voucher; never under a line of the reward',
  door: 'fund:record',
  params: SpentLineParams,
  body: RecordExpenditureBody,
  answer: ExpenditureRef,
  refusals: ['BUDGET_OF_REWARD', 'EXPENDITURE_RECORDED', 'FUNDS_NOT_ENOUGH', 'INPUT_INVALID', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});
export const takeBackExpenditureContract = contract({
  route: routes.takeBackExpenditure,
  summary: 'Takes back what was written down by mistake; both stay on record',
  door: 'fund:record',
  params: ExpenditureParams,
  body: ExpenditureWordsBody,
  answer: ExpenditureRef,
  refusals: ['EXPENDITURE_FIXED', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});
export const checkExpenditureContract = contract({
  route: routes.checkExpenditure,
  summary: 'What the look at its use found, by somebody who did not write it down',
  door: 'expense:check',
  params: ExpenditureParams,
  body: ExpenditureWordsBody,
  answer: ExpenditureRef,
  refusals: ['EXPENDITURE_FIXED', 'EXPENDITURE_SAME_PERSON', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export type SpentLineParams = z.input<typeof SpentLineParams>;
export type ExpenditureParams = z.input<typeof ExpenditureParams>;
export type ExpendituresQuery = z.input<typeof Expenditures.query>;
export type ExpendituresPage = z.infer<typeof Expenditures.answer>;
export type Expenditure = z.infer<typeof Expenditure>;
export type ExpenditureRef = z.infer<typeof ExpenditureRef>;
export type RecordExpenditureBody = z.input<typeof RecordExpenditureBody>;
export type ExpenditureWordsBody = z.input<typeof ExpenditureWordsBody>;
