import { z } from 'zod';
import { contract, IdText, Instant, keysOf } from '../kernel/contract.ts';
import { RECEIPT_STATES, type ReceiptState } from './payouts.terms.ts';
import * as routes from './receipts.routes.ts';

const EntitlementParams = z.strictObject({ entitlementId: IdText });

const TransferReceipt = z
  .object({
    state: keysOf<ReceiptState>(RECEIPT_STATES),
    /** The platform's digest, to which the file was compared before it was kept; hexadecimal. */
    digest: z.object({ type: z.enum(['SHA256', 'SM3']), value: z.string() }).nullable(),
    keptAt: Instant.nullable(),
  })
  .meta({ id: 'TransferReceipt' });
export type TransferReceipt = z.infer<typeof TransferReceipt>;

export const readTransferReceiptContract = contract({
  route: routes.readTransferReceipt,
  summary: 'Whether the platform’s electronic receipt of a paid transfer is kept, and under which digest',
  door: 'batch:read',
  params: EntitlementParams,
  answer: TransferReceipt,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const askTransferReceiptContract = contract({
  route: routes.askTransferReceipt,
  summary: 'Asks the platform for the receipt now instead of in the next round; the platform may still be making it',
  door: 'batch:read',
  params: EntitlementParams,
  answer: TransferReceipt,
  refusals: ['RECEIPT_NOT_TO_BE_HAD', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export const downloadTransferReceiptContract = contract({
  route: routes.downloadTransferReceipt,
  summary: 'The electronic receipt as the platform gave it; the read is noted in the file',
  door: 'batch:read',
  params: EntitlementParams,
  refusals: ['RECEIPT_NOT_KEPT', 'NOT_FOUND_OR_NO_ACCESS'],
});
