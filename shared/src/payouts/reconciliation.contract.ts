import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Instant } from '../kernel/contract.ts';
import * as routes from './reconciliation.routes.ts';

const ReconciliationShown = z
  .object({
    /** The newest comparison; null before the first. */
    last: z.object({ day: Day, compared: z.int(), agreed: z.int(), at: Instant }).nullable(),
    /** Open differences of the asker's townships, each with what to do next. */
    differences: z.array(
      z.object({
        entitlementId: IdText,
        guardianName: z.string(),
        agreementNumber: z.string(),
        amountFen: FenAmount,
        /** Where the payment stands. */
        batchId: IdText,
        label: z.string(),
        next: z.string(),
        ourState: z.string(),
        platformState: z.string().nullable(),
        since: Instant,
      }),
    ),
  })
  .meta({ id: 'Reconciliation' });
export type ReconciliationShown = z.infer<typeof ReconciliationShown>;
export const readReconciliationContract = contract({
  route: routes.readReconciliation,
  summary: 'The newest daily comparison of bills, ledger and platform, and what does not agree',
  door: 'fund:read',
  answer: ReconciliationShown,
  refusals: ['SIGN_IN_NEEDED', 'NOT_FOUND_OR_NO_ACCESS'],
});
