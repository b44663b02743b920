import { z } from 'zod';
import { AGREEMENT_STATE_CODES } from '../agreements/agreements.terms.ts';
import { AppraisalObjection, MayObject } from '../appraisal/appraisal.contract.ts';
import { APPRAISAL_STATE_CODES, DUTY_CLAUSE_CODES } from '../appraisal/appraisal.terms.ts';
import { contract, Day, FenAmount, IdPageQuery, IdText, Instant, PageOf, Version, Words } from '../kernel/contract.ts';
import type { RewardCycle } from '../policy/policy.terms.ts';
import { Purpose } from './budget.contract.ts';
import * as routes from './payouts.routes.ts';
import {
  BATCH_STATE_CODES,
  ENTITLEMENT_STATE_CODES,
  FAILURE_DECISION_CODES,
  LEDGER_ACCOUNT_CODES,
  PAY_CHANNEL_CODES,
  type BatchStep,
  type EntitlementKind,
} from './payouts.terms.ts';

const EntitlementStateCode = z.enum(ENTITLEMENT_STATE_CODES).meta({ id: 'EntitlementState' });
const KindCode = z.enum(['regular', 'supplement'] satisfies EntitlementKind[]).meta({ id: 'EntitlementKind' });
const BatchStateCode = z.enum(BATCH_STATE_CODES).meta({ id: 'BatchState' });
const StepCode = z
  .enum(['prepared', 'checked', 'released', 'returned', 'reconciled', 'noticed'] satisfies BatchStep[])
  .meta({ id: 'BatchStep' });
const EntitlementParams = z.strictObject({ entitlementId: IdText });
const BatchParams = z.strictObject({ batchId: IdText });

/** What the guardian's own phone shows of one payment. No name: the phone says 家人. */
const MyEntitlement = z
  .object({
    id: IdText,
    state: EntitlementStateCode,
    agreementId: IdText,
    patientId: IdText,
    kind: KindCode,
    from: Day,
    to: Day,
    amountFen: FenAmount,
    /** Why a transfer failed and what to do, in words for the guardian; null otherwise. */
    say: z.string().nullable(),
    paidAt: Instant.nullable(),
  })
  .meta({ id: 'MyEntitlement' });
const MyEntitlements = z.object({ rows: z.array(MyEntitlement) }).meta({ id: 'MyEntitlements' });
export type MyEntitlements = z.infer<typeof MyEntitlements>;
export const myEntitlementsContract = contract({
  route: routes.myEntitlements,
  summary: 'What the guardian may claim, is claiming and has received',
  door: 'signed-in',
  answer: MyEntitlements,
  refusals: ['SIGN_IN_NEEDED'],
});

/** One period of an agreement as the passbook prints it. */
const PassbookLine = z.object({
  appraisalId: IdText,
  from: Day,
  to: Day,
  /** `expected` (预计) counts duty days until today; the other states are those of the appraisal. */
  state: z.enum(['upcoming', 'expected', ...APPRAISAL_STATE_CODES]),
  /** Expected so far, proposed, or decided. */
  amountFen: FenAmount,
  /** What the period earns in full. */
  fullFen: FenAmount,
  reasons: z.array(z.string()),
  /** What the guardian can still do in a running period, in plain words. */
  todo: z.array(z.string()),
  /** What was deducted by which clause, on what evidence; empty without a deduction. */
  deductions: z.array(z.object({ clause: z.enum(DUTY_CLAUSE_CODES), label: z.string(), evidence: z.string() })),
  /** When the guardian was heard about it. */
  heardOn: Day.nullable(),
  /** What has become known since the evidence was frozen. */
  later: z.array(z.string()),
  /** When the money can be claimed, in words. */
  claim: z.string(),
  objections: z.array(AppraisalObjection),
  /** To whom an objection would go now, and until when; null where none is possible. */
  mayObject: MayObject.nullable(),
  /** The payment of the period that is not settled yet, else the newest one. */
  entitlement: MyEntitlement.nullable(),
  /** Every payment of the period, the supplement after an objection among them, first ones first. */
  entitlements: z.array(MyEntitlement),
});
const Passbook = z
  .object({
    agreements: z.array(
      z.object({
        id: IdText,
        number: z.string(),
        state: z.enum(AGREEMENT_STATE_CODES),
        version: Version,
        patientId: IdText,
        from: Day,
        to: Day,
        cycle: z.enum(['month', 'quarter', 'halfYear', 'year'] satisfies RewardCycle[]),
        /** Waits for this guardian's signature. */
        toSign: z.boolean(),
        /** Money of it that two people ask back. */
        debts: z.array(z.object({ amountFen: FenAmount, repaidFen: FenAmount, reason: z.string() })),
        lines: z.array(PassbookLine),
      }),
    ),
  })
  .meta({ id: 'Passbook' });
export type Passbook = z.infer<typeof Passbook>;
export const myPassbookContract = contract({
  route: routes.myPassbook,
  summary: 'The guardian’s agreements with every period and what it earns',
  door: 'signed-in',
  answer: Passbook,
  refusals: ['SIGN_IN_NEEDED'],
});

const EntitlementRow = z
  .object({
    id: IdText,
    state: EntitlementStateCode,
    version: Version,
    kind: KindCode,
    agreementId: IdText,
    agreementNumber: z.string(),
    patientName: z.string(),
    guardianName: z.string(),
    villageName: z.string(),
    from: Day,
    to: Day,
    /** What the period would earn in full, and what is paid. */
    fullFen: FenAmount,
    amountFen: FenAmount,
    /** What the amount rests on, in words. */
    grounds: z.string(),
    batchId: IdText.nullable(),
    /** How the guardian is paid: of what is under way or over, how it went. */
    channel: z.enum(PAY_CHANNEL_CODES),
    /** What stands in the way of paying, in words. */
    warnings: z.array(z.string()),
    /** What is another one than it was when the batch was made, in words. */
    changed: z.array(z.string()),
    /** The platform does not tell any more what became of it: two persons find out. */
    toFindOut: z.boolean(),
    /** What WeChat Pay said of a failed transfer, in words; null otherwise. */
    failure: z.string().nullable(),
    /** A first person asked for this; a second one has to agree. */
    pendingDecision: z.enum(FAILURE_DECISION_CODES).nullable(),
  })
  .meta({ id: 'EntitlementRow' });
const EntitlementPage = PageOf(EntitlementRow);
export type EntitlementPage = z.infer<typeof EntitlementPage>;
const ListEntitlementsQuery = IdPageQuery.extend({ state: EntitlementStateCode.optional() });
export type ListEntitlementsQuery = z.input<typeof ListEntitlementsQuery>;
export const listEntitlementsContract = contract({
  route: routes.listEntitlements,
  summary: 'Entitlements of the asker’s township; those free for a batch with state=approved',
  door: 'batch:read',
  query: ListEntitlementsQuery,
  answer: EntitlementPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

/** What `wx.requestMerchantTransfer` is called with. `package` goes into no log. */
const Transfer = z.object({ mchId: z.string(), appId: z.string(), package: z.string() }).meta({ id: 'MerchantTransfer' });

const EntitlementView = MyEntitlement.extend({
  /** How it was, is being or will be paid. */
  channel: z.enum(PAY_CHANNEL_CODES),
  /** Present while the guardian can still confirm the receipt. */
  transfer: Transfer.optional(),
}).meta({ id: 'EntitlementView' });
export type EntitlementView = z.infer<typeof EntitlementView>;
export const readEntitlementContract = contract({
  route: routes.readEntitlement,
  summary: 'How far one payment is; the guardian’s phone asks again until it is paid',
  door: 'entitlement:claim',
  params: EntitlementParams,
  answer: EntitlementView,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

const ClaimAnswer = z.object({ id: IdText, state: EntitlementStateCode, transfer: Transfer.optional() }).meta({ id: 'ClaimAnswer' });
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;
export const claimEntitlementContract = contract({
  route: routes.claimEntitlement,
  summary: 'The guardian claims; without `transfer` in the answer the bill is still being accepted: ask again',
  door: 'entitlement:claim',
  params: EntitlementParams,
  answer: ClaimAnswer,
  refusals: [
    'PAYOUT_MOVE_NOT_ALLOWED',
    'CHANNEL_NOT_WECHAT',
    'PAYMENT_OVER_LIMIT',
    'PAYMENT_OVER_DAY',
    'PAYEE_NOT_BOUND',
    'PAYING_OFFICE_MISSING',
    'NOT_FOUND_OR_NO_ACCESS',
    'SERVER_BUSY',
  ],
  once: true,
});

const DecideFailureBody = z.strictObject({
  version: Version,
  decision: z.enum(FAILURE_DECISION_CODES),
  reason: Words(200),
});
export type DecideFailureBody = z.input<typeof DecideFailureBody>;
const DecideFailureAnswer = z
  .object({ id: IdText, state: EntitlementStateCode, version: Version, waitingForSecond: z.boolean() })
  .meta({ id: 'DecideFailureAnswer' });
export type DecideFailureAnswer = z.infer<typeof DecideFailureAnswer>;
export const decideFailureContract = contract({
  route: routes.decideFailure,
  summary:
    'Two persons decide about a transfer that definitely failed, pay again or give back; or say what they found out about one of which the platform cannot tell any more',
  door: 'batch:read',
  params: EntitlementParams,
  body: DecideFailureBody,
  answer: DecideFailureAnswer,
  refusals: [
    'PAYOUT_MOVE_NOT_ALLOWED',
    'BILL_NOT_FORGOTTEN',
    'PAID_ELSEWHERE',
    'SECOND_PERSON_NEEDED',
    'BATCH_OWN_PARTY',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

const BatchRow = z
  .object({
    id: IdText,
    title: z.string(),
    state: BatchStateCode,
    version: Version,
    townshipName: z.string(),
    people: z.int(),
    totalFen: FenAmount,
    paid: z.int(),
    failed: z.int(),
    preparedAt: Instant,
  })
  .meta({ id: 'BatchRow' });
const BatchPage = PageOf(BatchRow);
export type BatchPage = z.infer<typeof BatchPage>;
const ListBatchesQuery = IdPageQuery.extend({ state: BatchStateCode.optional() });
export type ListBatchesQuery = z.input<typeof ListBatchesQuery>;
export const listBatchesContract = contract({
  route: routes.listBatches,
  summary: 'Batches of the asker’s township, newest first',
  door: 'batch:read',
  query: ListBatchesQuery,
  answer: BatchPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

const BatchDetail = BatchRow.extend({
  officeName: z.string(),
  availableFen: FenAmount,
  steps: z.array(z.object({ step: StepCode, by: z.string().nullable(), at: Instant, mine: z.boolean(), reason: z.string().nullable() })),
  entitlements: z.array(EntitlementRow),
  /** What the asker may do now; a step closed to them names the refusal that they would get. */
  may: z.object({ check: z.boolean(), release: z.boolean(), return: z.boolean(), closedBecause: z.string().nullable() }),
}).meta({ id: 'BatchDetail' });
export type BatchDetail = z.infer<typeof BatchDetail>;
export const readBatchContract = contract({
  route: routes.readBatch,
  summary: 'One batch: its chain of three people, its payments, the money there is',
  door: 'batch:read',
  params: BatchParams,
  answer: BatchDetail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

const PrepareBatchBody = z.strictObject({
  title: Words(40),
  entitlementIds: z.array(IdText).min(1).max(500),
  /** The budget line that pays; without one, the line of this year that holds most. */
  lineId: IdText.optional(),
});
export type PrepareBatchBody = z.input<typeof PrepareBatchBody>;
export const prepareBatchContract = contract({
  route: routes.prepareBatch,
  summary: 'The maker puts approved entitlements of one township into a batch',
  door: 'batch:prepare',
  body: PrepareBatchBody,
  answer: BatchDetail,
  refusals: [
    'BATCH_ENTITLEMENTS_TAKEN',
    'BATCH_OWN_PARTY',
    'PAYING_OFFICE_MISSING',
    'PAYMENT_OVER_LIMIT',
    'PAYEE_NAME_DIFFERS',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

const BatchMoved = z.object({ id: IdText, state: BatchStateCode, version: Version }).meta({ id: 'BatchMoved' });
export type BatchMoved = z.infer<typeof BatchMoved>;
const CheckBatchBody = z.strictObject({ version: Version });
export type CheckBatchBody = z.input<typeof CheckBatchBody>;
export const checkBatchContract = contract({
  route: routes.checkBatch,
  summary: 'The checker agrees; the money is set aside',
  door: 'batch:check',
  params: BatchParams,
  body: CheckBatchBody,
  answer: BatchMoved,
  refusals: ['BATCH_MOVE_NOT_ALLOWED', 'BATCH_SAME_PERSON', 'BATCH_OWN_PARTY', 'FUNDS_NOT_ENOUGH', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const ReturnBatchBody = z.strictObject({ version: Version, reason: Words(200) });
export type ReturnBatchBody = z.input<typeof ReturnBatchBody>;
export const returnBatchContract = contract({
  route: routes.returnBatch,
  summary: 'Checker or payer sends the batch back; its entitlements are free again',
  door: 'batch:return',
  params: BatchParams,
  body: ReturnBatchBody,
  answer: BatchMoved,
  refusals: ['BATCH_MOVE_NOT_ALLOWED', 'BATCH_SAME_PERSON', 'BATCH_OWN_PARTY', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const ReleaseBatchBody = z.strictObject({ version: Version, stepUpTicket: IdText });
export type ReleaseBatchBody = z.input<typeof ReleaseBatchBody>;
export const releaseBatchContract = contract({
  route: routes.releaseBatch,
  summary: 'The payer releases, with an approval on the phone (purpose batch:release, object the batch); guardians may claim',
  door: 'batch:release',
  params: BatchParams,
  body: ReleaseBatchBody,
  answer: BatchMoved,
  refusals: ['STEP_UP_NEEDED', 'BATCH_MOVE_NOT_ALLOWED', 'BATCH_SAME_PERSON', 'BATCH_OWN_PARTY', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const BalancesShown = z.record(z.enum(LEDGER_ACCOUNT_CODES), z.int());
/** One line of a year's budget 预算科目, and where its money stands. */
const BudgetLineShown = z
  .object({
    id: IdText,
    year: z.int(),
    code: z.string(),
    name: z.string(),
    purpose: Purpose,
    plannedFen: FenAmount,
    balances: BalancesShown,
  })
  .meta({ id: 'BudgetLine' });

const Fund = z
  .object({
    officeId: IdText,
    officeName: z.string(),
    /** Of the reward's budget lines together. */
    balances: BalancesShown,
    lines: z.array(BudgetLineShown),
    /** The account at WeChat Pay lacks money: transfers wait and go on by themselves when it has some. */
    paused: z.boolean(),
    /** The accounts equal the sum of their postings and of the entitlements in each state. */
    agrees: z.boolean(),
    appropriations: z.array(
      z.object({ lineId: IdText, amountFen: FenAmount, receivedOn: Day, documentNumber: z.string(), by: z.string(), at: Instant }),
    ),
  })
  .meta({ id: 'Fund' });
export type Fund = z.infer<typeof Fund>;
const Funds = z.object({ offices: z.array(Fund) }).meta({ id: 'Funds' });
export type Funds = z.infer<typeof Funds>;
export const readFundsContract = contract({
  route: routes.readFunds,
  summary: 'The money of the asker’s paying offices, account by account',
  door: 'fund:read',
  answer: Funds,
  refusals: ['SIGN_IN_NEEDED'],
});

const RecordAppropriationBody = z.strictObject({
  officeId: IdText,
  /** Without one: the office's general line of the year. */
  lineId: IdText.optional(),
  amountFen: FenAmount.min(1),
  receivedOn: Day,
  /** Number of the finance document: the same document is recorded once. */
  documentNumber: Words(60),
});
export type RecordAppropriationBody = z.input<typeof RecordAppropriationBody>;
export const recordAppropriationContract = contract({
  route: routes.recordAppropriation,
  summary: 'Records money received from finance (拨付)',
  door: 'fund:record',
  body: RecordAppropriationBody,
  answer: Fund,
  refusals: ['APPROPRIATION_RECORDED', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

/** Not for people: WeChat Pay tells that a transfer is finished. The body is verified as it came, and answered in the platform's own form. */
export const wechatPayCallbackContract = contract({
  route: routes.wechatPayCallback,
  summary: 'WeChat Pay tells that a transfer is finished (signed and encrypted)',
  door: 'platform',
  params: z.strictObject({ merchantAccountId: z.string() }),
  refusals: [],
});
