import type { RefusalTable } from '../kernel/refusals.ts';

export const RELIEF_REFUSALS = {
  /** The life of an application has no such move from its present state. */
  RELIEF_MOVE_NOT_ALLOWED: { status: 409, say: '申请当前的状态不能这样办理，请刷新后再看', retry: false },
  /** One application for a benefit at a time. */
  RELIEF_LIVES: { status: 409, say: '这一项已有申请在办理', retry: false },
  /** The ledger holds it today. */
  RELIEF_HAD: { status: 409, say: '这一项正在享受，不用再申请；快到期时再办续期', retry: false },
  /** The county does not have it, or it is not applied for here. */
  RELIEF_NOT_OFFERED: { status: 422, say: '本县没有这一项，或者不在这里申请', retry: false },
  RELIEF_NO_FAST_LANE: { status: 422, say: '这一项没有快办', retry: false },
  /** Whoever enters a result holds a post of that office. */
  RELIEF_NOT_YOUR_OFFICE: { status: 403, say: '您的岗位不代表这个部门', retry: false },
  /** The time for an objection is over. */
  RELIEF_OBJECTION_LATE: { status: 409, say: '提出异议的期限已过，可以重新申请', retry: false },
  /** Whoever refused does not answer the objection. */
  RELIEF_DECIDED_BY_YOU: { status: 403, say: '您办理过这份申请，异议要由别人答复', retry: false },
  /** The doctor says it, nobody is asked. */
  RELIEF_NOT_ASKED: { status: 422, say: '这一项由医生诊断，不用填', retry: false },
  /** Review, payment and supervision are three persons', and none of them proposed it. */
  RELIEF_COST_SAME_PERSON: { status: 403, say: '提出、审核、支付、监督要由不同的人办理', retry: false },
  RELIEF_COST_MOVE_NOT_ALLOWED: { status: 409, say: '这笔费用当前不能这样办理，请刷新后再看', retry: false },
  /** More than what was reviewed, or than the bill. */
  /** Not of this patient's escort, or of one that has not set out. */
  RELIEF_COST_NEEDS_ESCORT: { status: 422, say: '交通、食宿等费用要登记在已经出发的护送下', retry: false },
  RELIEF_COST_TOO_MUCH: { status: 422, say: '金额不能超过审核的金额', retry: false },
  /** Only whoever set out is handed over, and only once. */
  ESCORT_MOVE_NOT_ALLOWED: { status: 409, say: '护送当前的状态不能这样办理，请刷新后再看', retry: false },
} as const satisfies RefusalTable;
