import { route } from '../kernel/route.ts';
import type * as C from './receipts.contract.ts';

type OneEntitlement = { entitlementId: string };

export const readTransferReceipt = route<{ params: OneEntitlement; answer: C.TransferReceipt }>()(
  'GET',
  '/entitlements/:entitlementId/transfer-receipt',
);
export const askTransferReceipt = route<{ params: OneEntitlement; answer: C.TransferReceipt }>()(
  'POST',
  '/entitlements/:entitlementId/transfer-receipt',
);
/** Its bytes. */
export const downloadTransferReceipt = route<{ params: OneEntitlement }>()('GET', '/entitlements/:entitlementId/transfer-receipt/content');
