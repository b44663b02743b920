import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Instant, Words } from '../kernel/contract.ts';
import * as routes from './channels.routes.ts';
import { ENTITLEMENT_STATE_CODES, PAY_CHANNEL_CODES, type ListChannel } from './payouts.terms.ts';

const EntitlementParams = z.strictObject({ entitlementId: IdText });
const BatchParams = z.strictObject({ batchId: IdText });
const ListParams = z.strictObject({ listId: IdText });
const ChannelCode = z.enum(PAY_CHANNEL_CODES).meta({ id: 'PayChannel' });
const ListChannelCode = z.enum(['bank', 'cash'] satisfies ListChannel[]);

const BankAccount = z.strictObject({
  bank: Words(30),
  /** Digits only. */
  number: z.string().regex(/^\d{8,30}$/),
  holder: Words(30),
});
const SetPayChannelBody = z.strictObject({ channel: ChannelCode, account: BankAccount.optional() });
export type SetPayChannelBody = z.input<typeof SetPayChannelBody>;
const PayChannelShown = z.object({ channel: ChannelCode }).meta({ id: 'PayChannelShown' });
export type PayChannelShown = z.infer<typeof PayChannelShown>;
export const setPayChannelContract = contract({
  route: routes.setPayChannel,
  summary: 'How the guardian of an entitlement is paid from now on; a bank account must be their own',
  door: 'batch:prepare',
  params: EntitlementParams,
  body: SetPayChannelBody,
  answer: PayChannelShown,
  refusals: ['PAYEE_NAME_DIFFERS', 'PAYEE_ACCOUNT_NEEDED', 'BATCH_OWN_PARTY', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const TransferStanding = z.object({ id: IdText, state: z.enum(ENTITLEMENT_STATE_CODES) }).meta({ id: 'TransferStanding' });
export type TransferStanding = z.infer<typeof TransferStanding>;
export const cancelTransferContract = contract({
  route: routes.cancelTransfer,
  summary: 'Asks the platform to take a transfer back that the payee has not confirmed; whether it did, a query says',
  door: 'batch:release',
  params: EntitlementParams,
  answer: TransferStanding,
  refusals: ['PAYOUT_MOVE_NOT_ALLOWED', 'BATCH_OWN_PARTY', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const RecordCashBody = z.strictObject({
  receiptNumber: Words(40),
  /** Two who saw it, neither the payee nor who records it. */
  witnesses: z.array(Words(30)).length(2),
  paidOn: Day,
});
export type RecordCashBody = z.input<typeof RecordCashBody>;
export const recordCashContract = contract({
  route: routes.recordCash,
  summary: 'Cash was handed over against a receipt, before two witnesses',
  door: 'batch:release',
  params: EntitlementParams,
  body: RecordCashBody,
  answer: TransferStanding,
  refusals: ['PAYOUT_MOVE_NOT_ALLOWED', 'PAID_ELSEWHERE', 'CASH_WITNESSES', 'BATCH_OWN_PARTY', 'INPUT_INVALID', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const ReturnCashBody = z.strictObject({ reason: Words(200) });
export type ReturnCashBody = z.input<typeof ReturnCashBody>;
export const returnCashContract = contract({
  route: routes.returnCash,
  summary: 'Cash of a list was not handed over: the payment failed, and two persons decide about it',
  door: 'batch:release',
  params: EntitlementParams,
  body: ReturnCashBody,
  answer: TransferStanding,
  refusals: ['PAYOUT_MOVE_NOT_ALLOWED', 'BATCH_OWN_PARTY', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const PayListShown = z
  .object({
    id: IdText,
    channel: ListChannelCode,
    people: z.int(),
    totalFen: FenAmount,
    paid: z.int(),
    failed: z.int(),
    madeAt: Instant,
    /** When the bank's answer was read; null before, and of a cash list. */
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'PayList' });
export type PayListShown = z.infer<typeof PayListShown>;
const MakePayListBody = z.strictObject({ channel: ListChannelCode });
export type MakePayListBody = z.input<typeof MakePayListBody>;
export const makePayListContract = contract({
  route: routes.makePayList,
  summary:
    'Lists everybody in a released batch who is paid this way, has no other payment under way, and none at WeChat, which is asked first',
  door: 'batch:release',
  params: BatchParams,
  body: MakePayListBody,
  answer: PayListShown,
  refusals: [
    'PAY_LIST_EMPTY',
    'PAID_ELSEWHERE',
    'PLATFORM_NOT_ASKED',
    'PAYING_OFFICE_MISSING',
    'BATCH_MOVE_NOT_ALLOWED',
    'BATCH_OWN_PARTY',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

const PayLists = z.object({ rows: z.array(PayListShown) }).meta({ id: 'PayLists' });
export type PayLists = z.infer<typeof PayLists>;
export const listPayListsContract = contract({
  route: routes.listPayLists,
  summary: 'The lists of a batch for the bank and for cash, newest first',
  door: 'batch:read',
  params: BatchParams,
  answer: PayLists,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

const DownloadPayListBody = z.strictObject({ as: z.enum(['workbook', 'text']), stepUpTicket: IdText });
export type DownloadPayListBody = z.input<typeof DownloadPayListBody>;
const PayFile = z.object({ fileName: z.string(), content: z.base64() }).meta({ id: 'PayFile' });
export type PayFile = z.infer<typeof PayFile>;
export const downloadPayListContract = contract({
  route: routes.downloadPayList,
  summary: 'The list as a workbook, or as the text of fixed places that the bank reads: approved on the phone, marked and noted each time',
  door: 'batch:release',
  params: ListParams,
  body: DownloadPayListBody,
  answer: PayFile,
  refusals: ['STEP_UP_NEEDED', 'BATCH_OWN_PARTY', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const BankResultBody = z.strictObject({ text: z.string().min(1).max(500_000) });
export type BankResultBody = z.input<typeof BankResultBody>;
const BankResultAnswer = z.object({ paid: z.int(), failed: z.int() }).meta({ id: 'BankResultAnswer' });
export type BankResultAnswer = z.infer<typeof BankResultAnswer>;
export const readBankResultContract = contract({
  route: routes.readBankResult,
  summary: 'Reads what the bank says of every payment of a list: all of it, or nothing',
  door: 'batch:release',
  params: ListParams,
  body: BankResultBody,
  answer: BankResultAnswer,
  refusals: [
    'PAY_LIST_ANSWERED',
    'BANK_FILE_UNREADABLE',
    'BANK_FILE_OF_ANOTHER',
    'BANK_FILE_AMOUNT_CHANGED',
    'BANK_FILE_ROWS_MISSING',
    'BANK_FILE_ROWS_EXTRA',
    'BATCH_OWN_PARTY',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});
