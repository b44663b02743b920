import { route } from '../kernel/route.ts';
import type * as C from './channels.contract.ts';

type OneBatch = { batchId: string };
type OneList = { listId: string };
type OneEntitlement = { entitlementId: string };

export const setPayChannel = route<{ params: OneEntitlement; body: C.SetPayChannelBody; answer: C.PayChannelShown }>()(
  'POST',
  '/entitlements/:entitlementId/pay-channel',
);
export const cancelTransfer = route<{ params: OneEntitlement; answer: C.TransferStanding }>()(
  'POST',
  '/entitlements/:entitlementId/cancel',
);
export const recordCash = route<{ params: OneEntitlement; body: C.RecordCashBody; answer: C.TransferStanding }>()(
  'POST',
  '/entitlements/:entitlementId/cash-receipt',
);
export const returnCash = route<{ params: OneEntitlement; body: C.ReturnCashBody; answer: C.TransferStanding }>()(
  'POST',
  '/entitlements/:entitlementId/cash-return',
);
export const makePayList = route<{ params: OneBatch; body: C.MakePayListBody; answer: C.PayListShown }>()(
  'POST',
  '/batches/:batchId/pay-lists',
);
export const listPayLists = route<{ params: OneBatch; answer: C.PayLists }>()('GET', '/batches/:batchId/pay-lists');
export const downloadPayList = route<{ params: OneList; body: C.DownloadPayListBody; answer: C.PayFile }>()(
  'POST',
  '/pay-lists/:listId/download',
);
export const readBankResult = route<{ params: OneList; body: C.BankResultBody; answer: C.BankResultAnswer }>()(
  'POST',
  '/pay-lists/:listId/result',
);
