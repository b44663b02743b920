import { route } from '../kernel/route.ts';
import type * as C from './transfers.contract.ts';

/** Counties by a part of their name, and the townships of one of them. */
export const findDestinations = route<{ query: C.DestinationsQuery; answer: C.Destinations }>()('GET', '/transfers/destinations');
export const proposeTransfer = route<{ params: C.PatientParams; body: C.ProposeTransferBody; answer: C.TransferProposed }>()(
  'POST',
  '/patients/:patientId/transfers',
);
export const listTransfersOut = route<{ query: C.TransfersOutQuery; answer: C.TransfersOutPage }>()('GET', '/transfers/out');
export const withdrawTransfer = route<{ params: C.TransferParams; body: C.WithdrawTransferBody; answer: C.TransferProposed }>()(
  'POST',
  '/transfers/out/:transferId/withdraw',
);
export const listTransfersIn = route<{ query: C.TransfersInQuery; answer: C.TransfersInPage }>()('GET', '/transfers/in');
/** One that arrived, with what came along. */
export const readTransferIn = route<{ params: C.TransferParams; answer: C.TransferInRead }>()('GET', '/transfers/in/:transferId');
export const answerTransfer = route<{ params: C.TransferParams; body: C.AnswerTransferBody; answer: C.TransferAnswered }>()(
  'POST',
  '/transfers/in/:transferId/answer',
);
