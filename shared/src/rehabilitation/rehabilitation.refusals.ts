import type { RefusalTable } from '../kernel/refusals.ts';

export const REHAB_REFUSALS = {
  /** Before it began, after it ended, or ahead of today. */
  REHAB_DAY_WRONG: { status: 422, say: '日期要在开始以后、今天以前', retry: false },
  REHAB_JOINED_ALREADY: { status: 409, say: '已经在这个项目里', retry: false },
  /** A referral is taken in as one, and as nothing else. */
  REHAB_REFERRAL_ORIGIN: { status: 422, say: '接收转介的人，来源要选“医生转介”', retry: false },
  /** What has ended stays ended. */
  REHAB_ENDED: { status: 409, say: '已经结束，不能再改', retry: false },
  /** Somebody ticked who was not in it on that day. */
  REHAB_NOT_TAKING_PART: { status: 422, say: '勾选的人那天不在项目里，请刷新后再填', retry: false },
} as const satisfies RefusalTable;
