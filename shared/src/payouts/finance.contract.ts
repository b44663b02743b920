import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Words } from '../kernel/contract.ts';
import { Purpose } from './budget.contract.ts';
import * as routes from './finance.routes.ts';

const BatchParams = z.strictObject({ batchId: IdText });

const Outlook = z
  .object({
    year: z.int(),
    /** What was paid this year, by township and month. */
    paid: z.array(z.object({ townshipName: z.string(), month: z.int(), payments: z.int(), fen: FenAmount })),
    availableFen: FenAmount,
    approvedFen: FenAmount,
    expectedFen: FenAmount,
    neededFen: FenAmount,
    missingFen: FenAmount,
  })
  .meta({ id: 'Outlook' });
export type Outlook = z.infer<typeof Outlook>;
export const readOutlookContract = contract({
  route: routes.readOutlook,
  summary: 'What was paid this year by township and month, and what the year still needs',
  door: 'fund:read',
  answer: Outlook,
  refusals: ['SIGN_IN_NEEDED', 'NOT_FOUND_OR_NO_ACCESS'],
});

const BatchReportBody = z.strictObject({ as: z.enum(['workbook', 'pdf']), stepUpTicket: IdText });
export type BatchReportBody = z.input<typeof BatchReportBody>;
const BatchReport = z.object({ fileName: z.string(), content: z.base64() }).meta({ id: 'BatchReport' });
export type BatchReport = z.infer<typeof BatchReport>;
export const downloadBatchReportContract = contract({
  route: routes.downloadBatchReport,
  summary:
    'A batch for finance, payment by payment, as a workbook or on A4, with the three who made, checked and released it and where they sign: approved on the phone, marked and noted each time',
  door: 'batch:read',
  params: BatchParams,
  body: BatchReportBody,
  answer: BatchReport,
  refusals: ['STEP_UP_NEEDED', 'SERVER_BUSY', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const PublicNotice = z
  .object({
    title: z.string(),
    townshipName: z.string(),
    officeName: z.string(),
    /** What is put up: numbers and sums; null about so few people that a village would know who they are. */
    sums: z
      .object({
        people: z.int(),
        totalFen: FenAmount,
        shares: z.array(z.object({ amountFen: FenAmount, people: z.int() })),
        /** People whose amount does not stand there. */
        others: z.int(),
      })
      .nullable(),
    /** When it was put up; null before. */
    publishedOn: Day.nullable(),
    mayPublish: z.boolean(),
  })
  .meta({ id: 'PublicNotice' });
export type PublicNotice = z.infer<typeof PublicNotice>;
export const readPublicNoticeContract = contract({
  route: routes.readPublicNotice,
  summary:
    'What is put up in public about a batch: how many people, how much each, how much together; never a name, never a group of one or two',
  door: 'batch:read',
  params: BatchParams,
  answer: PublicNotice,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const publishNoticeContract = contract({
  route: routes.publishNotice,
  summary: 'Notes that the notice of a checked batch was put up today',
  door: 'batch:prepare',
  params: BatchParams,
  answer: PublicNotice,
  refusals: ['NOTICE_TOO_FEW', 'BATCH_MOVE_NOT_ALLOWED', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const BudgetLineRef = z.object({ id: IdText }).meta({ id: 'BudgetLineRef' });
export type BudgetLineRef = z.infer<typeof BudgetLineRef>;
const OpenBudgetLineBody = z.strictObject({
  officeId: IdText,
  year: z.int().min(2000).max(2199),
  /** As finance numbers it. */
  code: z.string().regex(/^[0-9A-Za-z.-]{1,20}$/),
  name: Words(40),
  /** Without one: the reward. It cannot be changed. */
  purpose: Purpose.optional(),
  plannedFen: FenAmount,
});
export type OpenBudgetLineBody = z.input<typeof OpenBudgetLineBody>;
export const openBudgetLineContract = contract({
  route: routes.openBudgetLine,
  summary: 'Opens a line of an office’s budget of a year (预算科目), with what the year foresees',
  door: 'fund:record',
  body: OpenBudgetLineBody,
  answer: BudgetLineRef,
  refusals: ['BUDGET_LINE_EXISTS', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});
const PlanBudgetLineBody = z.strictObject({
  plannedFen: FenAmount,
  /** The plan that was read: another one meanwhile is not overwritten. */
  was: FenAmount,
});
export type PlanBudgetLineBody = z.input<typeof PlanBudgetLineBody>;
export const planBudgetLineContract = contract({
  route: routes.planBudgetLine,
  summary: 'Changes what the year foresees for a budget line; what it was stays in the audit',
  door: 'fund:record',
  params: z.strictObject({ lineId: IdText }),
  body: PlanBudgetLineBody,
  answer: BudgetLineRef,
  refusals: ['STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});
