import { z } from 'zod';
import { contract, Day, FenAmount, IdText } from '../kernel/contract.ts';
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

const BatchReportBody = z.strictObject({ stepUpTicket: IdText });
export type BatchReportBody = z.input<typeof BatchReportBody>;
const BatchReport = z.object({ fileName: z.string(), content: z.base64() }).meta({ id: 'BatchReport' });
export type BatchReport = z.infer<typeof BatchReport>;
export const downloadBatchReportContract = contract({
  route: routes.downloadBatchReport,
  summary:
    'A batch for finance, payment by payment, with the three who made, checked and released it: approved on the phone, marked and noted each time',
  door: 'batch:read',
  params: BatchParams,
  body: BatchReportBody,
  answer: BatchReport,
  refusals: ['STEP_UP_NEEDED', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const PublicNotice = z
  .object({
    title: z.string(),
    townshipName: z.string(),
    people: z.int(),
    totalFen: FenAmount,
    shares: z.array(z.object({ amountFen: FenAmount, people: z.int() })),
    on: Day,
  })
  .meta({ id: 'PublicNotice' });
export type PublicNotice = z.infer<typeof PublicNotice>;
export const readPublicNoticeContract = contract({
  route: routes.readPublicNotice,
  summary: 'What is put up in public about a batch: how many people, how much each, how much together; never a name',
  door: 'batch:read',
  params: BatchParams,
  answer: PublicNotice,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
