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
  /** No merchant account pays for this office. */
  PAYING_OFFICE_MISSING: { status: 409, say: '本乡镇还没有配置发放账户', retry: false },
  /** The guardian has not bound a WeChat account yet. */
  PAYEE_NOT_BOUND: { status: 409, say: '还没有绑定微信，暂时不能领取', retry: false },
  /** The first and the second decision on a failed transfer come from two persons. */
  SECOND_PERSON_NEEDED: { status: 403, say: '需要另一位同事确认', retry: false },
  /** An appropriation with this document number is on record already. */
  APPROPRIATION_RECORDED: { status: 409, say: '这份拨款文件已经登记过', retry: false },
} as const satisfies RefusalTable;
