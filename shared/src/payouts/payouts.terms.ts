import type { StepUpPurpose } from '../access/access.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/payouts.ts';

/** The life of an entitlement's payout 发放, in the words an official sees. */
export const ENTITLEMENT_STATES = inLanguage(
  {
    approved: '待入批次',
    claimable: '待领取',
    inTransfer: '领取中',
    paid: '已到账',
    failed: '未成功',
    returned: '已退回',
  },
  { en: en.ENTITLEMENT_STATES },
);
export type EntitlementState = keyof typeof ENTITLEMENT_STATES;
export const ENTITLEMENT_STATE_CODES = Object.keys(ENTITLEMENT_STATES) as [EntitlementState, ...EntitlementState[]];

export const ENTITLEMENT_KINDS = inLanguage({ regular: '本期', supplement: '补发' }, { en: en.ENTITLEMENT_KINDS });
export type EntitlementKind = keyof typeof ENTITLEMENT_KINDS;

export const BATCH_STATES = inLanguage(
  {
    draft: '待复核',
    checked: '待放款',
    released: '发放中',
    reconciled: '已对账',
    returned: '已退回',
  },
  { en: en.BATCH_STATES },
);
export type BatchState = keyof typeof BATCH_STATES;
export const BATCH_STATE_CODES = Object.keys(BATCH_STATES) as [BatchState, ...BatchState[]];

export const BATCH_STEPS = inLanguage(
  {
    prepared: '制单',
    checked: '复核',
    released: '放款',
    returned: '退回',
    reconciled: '对账',
    noticed: '公示',
  },
  { en: en.BATCH_STEPS },
);
export type BatchStep = keyof typeof BATCH_STEPS;

/** Where the money of one paying office stands. Only `received` runs negative: it is what finance handed over. The reward's is paid, that of other purposes spent. */
export const LEDGER_ACCOUNTS = inLanguage(
  {
    received: '累计拨付',
    available: '可用余额',
    committed: '已复核待放款',
    claimable: '待领取',
    inTransfer: '领取中',
    paid: '已到账',
    failed: '未成功待处理',
    recovering: '待追回',
    spent: '已支出',
  },
  { en: en.LEDGER_ACCOUNTS },
);
export type LedgerAccount = keyof typeof LEDGER_ACCOUNTS;
export const LEDGER_ACCOUNT_CODES = Object.keys(LEDGER_ACCOUNTS) as [LedgerAccount, ...LedgerAccount[]];

/** How money reaches a payee 发放渠道; each person has one. */
export const PAY_CHANNELS = inLanguage({ wechat: '微信', bank: '一卡通', cash: '现金' }, { en: en.PAY_CHANNELS });
export type PayChannel = keyof typeof PAY_CHANNELS;
export const PAY_CHANNEL_CODES = Object.keys(PAY_CHANNELS) as [PayChannel, ...PayChannel[]];
/** Channels whose payments leave as a list. */
export type ListChannel = Exclude<PayChannel, 'wechat'>;

/** Where the platform's electronic receipt 电子回单 of a payment is. */
export const RECEIPT_STATES = inLanguage(
  { kept: '已取到', waiting: '还没有取到', forgotten: '微信不再提供', none: '没有微信回单' },
  { en: en.RECEIPT_STATES },
);
export type ReceiptState = keyof typeof RECEIPT_STATES;

/** What two people may decide about a transfer that definitely failed, or found out about one of which the platform cannot tell any more. */
export const FAILURE_DECISIONS = inLanguage(
  { retry: '重新发放', giveBack: '退回财政', foundPaid: '核实已到账', foundUnpaid: '核实未到账' },
  { en: en.FAILURE_DECISIONS },
);
export type FailureDecision = keyof typeof FAILURE_DECISIONS;
export const FAILURE_DECISION_CODES = Object.keys(FAILURE_DECISIONS) as [FailureDecision, ...FailureDecision[]];

/** What the desk asks a phone to approve before money leaves. */
export const RELEASE_PURPOSE = 'batch:release' satisfies StepUpPurpose;
