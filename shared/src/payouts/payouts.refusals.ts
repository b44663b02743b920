import type { RefusalTable } from '../kernel/refusals.ts';

export const PAYOUT_REFUSALS = {
  PAYOUT_MOVE_NOT_ALLOWED: { status: 409, say: '这笔钱当前的状态不能这样办理，请刷新后再看', retry: false },
  BATCH_MOVE_NOT_ALLOWED: { status: 409, say: '批次当前的状态不能这样办理，请刷新后再看', retry: false },
  /** Maker, checker and payer are three different persons. */
  BATCH_SAME_PERSON: { status: 403, say: '制单、复核、放款必须是三个不同的人', retry: false },
  /** Nobody handles money of an agreement to which they, or anyone they act for, are party. */
  BATCH_OWN_PARTY: { status: 403, say: '批次里有您或您代办的人作为当事人的协议，请换人办理', retry: false },
  /** Some entitlement is not approved any more, stands in another batch, or belongs to another township. */
  BATCH_ENTITLEMENTS_TAKEN: { status: 409, say: '有的款项已在别的批次或不属于本乡镇，请刷新后重选', retry: false },
  /** The budget that finance handed over does not cover the batch. */
  FUNDS_NOT_ENOUGH: { status: 409, say: '可用余额不够，请先登记拨款', retry: false },
  /** It was not paid by a transfer of WeChat Pay, or so long ago that the platform gives no receipt of it any more. */
  RECEIPT_NOT_TO_BE_HAD: { status: 409, say: '这笔钱没有微信回单，或者微信已不再提供', retry: false },
  RECEIPT_NOT_KEPT: { status: 409, say: '电子回单还没有取到', retry: false },
  /** No merchant account pays for this office. */
  PAYING_OFFICE_MISSING: { status: 409, say: '本乡镇还没有配置发放账户', retry: false },
  /** The guardian has not bound a WeChat account yet. */
  PAYEE_NOT_BOUND: { status: 409, say: '还没有绑定微信，暂时不能领取', retry: false },
  /** The first and the second decision on a failed transfer come from two persons. */
  SECOND_PERSON_NEEDED: { status: 403, say: '需要另一位同事确认', retry: false },
  /** An appropriation with this document number is on record already. */
  APPROPRIATION_RECORDED: { status: 409, say: '这份拨款文件已经登记过', retry: false },
  /** The payee is paid another way than through the WeChat of this phone. */
  CHANNEL_NOT_WECHAT: { status: 409, say: '这笔钱不走微信，会打到一卡通或当面领取，请问村干部', retry: false },
  /** Money goes to the guardian's own account only. */
  PAYEE_NAME_DIFFERS: { status: 409, say: '户名必须和监护人本人姓名一致，不能打到别人的账户', retry: false },
  PAYEE_ACCOUNT_NEEDED: { status: 409, say: '一卡通要填监护人本人的户名、银行和卡号', retry: false },
  /** Nothing is split silently. */
  PAYMENT_OVER_LIMIT: { status: 409, say: '有的款项超过微信单笔限额，不能拆开发放：请改走一卡通，或先向微信申请提高限额', retry: false },
  PAYMENT_OVER_DAY: { status: 409, say: '今天的收款额度已经用完，请明天再领', retry: false },
  /** A list has nobody to pay. */
  PAY_LIST_EMPTY: { status: 409, say: '批次里没有可以列入的人', retry: false },
  /** Nobody is listed of whom WeChat has not said that it did not pay: our rows may be older than a payment. */
  PLATFORM_NOT_ASKED: { status: 409, say: '暂时问不到微信是否已经付过，没有生成清单：请过几分钟再试', retry: false },
  PAY_LIST_ANSWERED: { status: 409, say: '这份清单的结果已经登记过，不能再登记', retry: false },
  BANK_FILE_UNREADABLE: { status: 422, say: '读不懂这份回盘文件，请向银行要原文件', retry: false },
  BANK_FILE_OF_ANOTHER: { status: 422, say: '这份回盘文件不是这份清单的', retry: false },
  BANK_FILE_AMOUNT_CHANGED: { status: 422, say: '回盘文件里的金额和发出的不一样，没有登记任何一笔，请和银行核对', retry: false },
  BANK_FILE_ROWS_MISSING: { status: 422, say: '回盘文件少了行，没有登记任何一笔，请和银行核对', retry: false },
  BANK_FILE_ROWS_EXTRA: { status: 422, say: '回盘文件多了行，没有登记任何一笔，请和银行核对', retry: false },
  /** More than was paid and is not asked back already, or than is still owed. */
  RECOVERY_TOO_MUCH: { status: 422, say: '金额超过已发放、还没有追回的部分', retry: false },
  /** The life of a debt has no such move from its present state. */
  RECOVERY_MOVE_NOT_ALLOWED: { status: 409, say: '这笔追回当前的状态不能这样办理，请刷新后再看', retry: false },
  /** A comparison found a payment at the platform that we know nothing of. */
  PAID_ELSEWHERE: { status: 409, say: '对账发现微信可能已经付过，核对清楚以前不能重新发放', retry: false },
  /** A notice about one or two people would say who they are. */
  NOTICE_TOO_FEW: { status: 409, say: '人数太少，公示会让人认出是谁：请和下一批合并公示', retry: false },
  /** The reward's money is paid to guardians in batches, and to nobody else. */
  BUDGET_OF_REWARD: { status: 409, say: '以奖代补的钱只能按批次发给监护人，不能作其他支出', retry: false },
  /** Money for another purpose is not paid out as a reward. */
  BUDGET_NOT_OF_REWARD: { status: 409, say: '这个科目不是以奖代补的钱，不能用来发放', retry: false },
  /** No line of this purpose, of this year or one before. */
  BUDGET_LINE_MISSING: { status: 409, say: '还没有这一用途的预算科目，请财政先新增科目、登记拨款', retry: false },
  /** This voucher stands under the line already. */
  EXPENDITURE_RECORDED: { status: 409, say: '这张凭证已经在这个科目登记过', retry: false },
  /** Looked into, taken back, or no expenditure that was typed. */
  EXPENDITURE_FIXED: { status: 409, say: '这笔支出不能再改，请刷新后再看', retry: false },
  EXPENDITURE_SAME_PERSON: { status: 403, say: '登记的人不能检查自己登记的支出，请换人办理', retry: false },
  /** An office has a line of this year and code. */
  BUDGET_LINE_EXISTS: { status: 409, say: '这一年度已经有这个科目代码', retry: false },
  /** The platform still tells what became of the bill: nobody needs to find it out. */
  BILL_NOT_FORGOTTEN: { status: 409, say: '微信还能查到这笔转账的结果，不用人工登记', retry: false },
  /** Cash is handed over before two others. */
  CASH_WITNESSES: { status: 409, say: '现金发放要有两名不同的见证人，不能是领款人或经办人', retry: false },
} as const satisfies RefusalTable;
