import type { RefusalTable } from '../kernel/refusals.ts';

export const CARE_TEAM_REFUSALS = {
  /** Earlier than what it follows, or further away than a year. */
  TEAM_DAY_OUT_OF_RANGE: { status: 400, say: '日期有误：不能早于上一任开始的日子，最多提前一年安排', retry: false },
  /** The person sits there already on that day. */
  SEAT_ALREADY_HELD: { status: 409, say: '这个岗位已经是这位同志，不用再换', retry: false },
  GROUP_MEMBER_ALREADY: { status: 409, say: '这位同志已经在小组里', retry: false },
  GROUP_HAS_LEAD: { status: 409, say: '小组已有组长，请先结束现任组长', retry: false },
  /** It was settled, or the facts changed, in the meantime. */
  MISMATCH_GONE: { status: 409, say: '这一条已经处理或情况已变，请刷新', retry: true },
  /** Nobody to take over was named, or the act does not fit the mismatch. */
  MISMATCH_ACT_NOT_FITTING: { status: 400, say: '这一条不能这样处理，请换一种', retry: false },
  /** Keeping something as it is needs a reason. */
  REASON_NEEDED: { status: 422, say: '请写明理由', retry: false },
  /** The person holds an office, or a post outside the area: the administrator records that. */
  HANDOVER_NEEDS_ADMINISTRATOR: { status: 403, say: '此人还有其他岗位，请由县级管理员办理', retry: false },
  /** Nobody takes over from themself, from nobody, or from outside the township. */
  HANDOVER_NOT_FITTING: { status: 400, say: '接手的人不合适，请选同一乡镇在岗的同事', retry: false },
  HANDOVER_NOT_OPEN: { status: 409, say: '这份申请已经处理过了', retry: false },
  /** The case team is not in the state for that. */
  CASE_TEAM_NOT_OPEN: { status: 409, say: '个案管理小组的状态已变，请刷新', retry: true },
  /** A doctor leads; whoever is named must be on the roster. */
  CASE_TEAM_NEEDS_DOCTOR: { status: 422, say: '个案管理小组须由精防医生负责，请选一位精防医生', retry: false },
  CASE_REVIEW_TOO_FAR: { status: 422, say: '下次评审日期须在今天以后、本地规定的期限以内', retry: false },
  /** What made it necessary is still there. */
  CASE_REASONS_REMAIN: { status: 409, say: '成立的原因还在，暂不能结束', retry: false },
  /** Two people close it. */
  CASE_CLOSING_NEEDS_ANOTHER: { status: 403, say: '结束须由另一人同意', retry: false },
} as const satisfies RefusalTable;
