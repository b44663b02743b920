import { route } from '../kernel/route.ts';
import type * as C from './payouts.contract.ts';

type OneBatch = { batchId: string };
type OneEntitlement = { entitlementId: string };

export const myPassbook = route<{ answer: C.Passbook }>()('GET', '/my/agreements');
export const myEntitlements = route<{ answer: C.MyEntitlements }>()('GET', '/my/entitlements');
export const listEntitlements = route<{ query: C.ListEntitlementsQuery; answer: C.EntitlementPage }>()('GET', '/entitlements');
export const readEntitlement = route<{ params: OneEntitlement; answer: C.EntitlementView }>()('GET', '/entitlements/:entitlementId');
export const claimEntitlement = route<{ params: OneEntitlement; answer: C.ClaimAnswer }>()('POST', '/entitlements/:entitlementId/claim');
export const decideFailure = route<{ params: OneEntitlement; body: C.DecideFailureBody; answer: C.DecideFailureAnswer }>()(
  'POST',
  '/entitlements/:entitlementId/failure-decisions',
);
export const prepareBatch = route<{ body: C.PrepareBatchBody; answer: C.BatchDetail }>()('POST', '/batches');
export const listBatches = route<{ query: C.ListBatchesQuery; answer: C.BatchPage }>()('GET', '/batches');
export const readBatch = route<{ params: OneBatch; answer: C.BatchDetail }>()('GET', '/batches/:batchId');
export const checkBatch = route<{ params: OneBatch; body: C.CheckBatchBody; answer: C.BatchMoved }>()('POST', '/batches/:batchId/check');
export const returnBatch = route<{ params: OneBatch; body: C.ReturnBatchBody; answer: C.BatchMoved }>()('POST', '/batches/:batchId/return');
export const releaseBatch = route<{ params: OneBatch; body: C.ReleaseBatchBody; answer: C.BatchMoved }>()(
  'POST',
  '/batches/:batchId/release',
);
export const readFunds = route<{ answer: C.Funds }>()('GET', '/funds');
export const recordAppropriation = route<{ body: C.RecordAppropriationBody; answer: C.Fund }>()('POST', '/funds/appropriations');
/** Outside /api: WeChat Pay calls it. */
export const wechatPayCallback = route<{ params: { merchantAccountId: string } }>()('POST', '/callbacks/wechat-pay/:merchantAccountId');
