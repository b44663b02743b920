import type { RefusalTable } from '../kernel/refusals.ts';

export const AGREEMENT_REFUSALS = {
  /** The life of an agreement has no such move from its present state. */
  AGREEMENT_MOVE_NOT_ALLOWED: { status: 409, say: '协议当前的状态不能这样办理，请刷新后再看', retry: false },
  /** Longer than a year, ends before it starts, or starts too far in the past. */
  AGREEMENT_TERM_INVALID: { status: 422, say: '协议期限不对：最长一年，开始日期不能太早', retry: false },
  /** One live agreement for a patient, and no two terms that overlap. */
  AGREEMENT_OVERLAPS: { status: 409, say: '这名患者在这段时间已有协议', retry: false },
  /** The other party must be a guardian of this patient today. */
  AGREEMENT_NEEDS_GUARDIAN: { status: 422, say: '请先登记这名患者的监护人', retry: false },
  /** The policy in force does not cover this patient; an exception needs its reason. */
  AGREEMENT_NEEDS_REASON: { status: 422, say: '按现行标准，这名患者不在奖补范围；确需签订的，请写明理由', retry: false },
  /** Nobody decides on an agreement to which they, or anyone they act for, are party. */
  AGREEMENT_OWN_PARTY: { status: 403, say: '您是协议当事人，不能办理这一步', retry: false },
  /** What was signed is not the text that is on file. */
  AGREEMENT_TEXT_CHANGED: { status: 409, say: '协议内容已更新，请重新阅读后再签字', retry: false },
  /** Signing needs the text read to its end. */
  AGREEMENT_NOT_READ: { status: 422, say: '请先把协议读到最后', retry: false },
  /** No strokes, or only a dot. */
  SIGNATURE_EMPTY: { status: 422, say: '没有看清您的签名，请重新写一遍', retry: false },
  /** A pause or an end inside a period that is already decided, or outside the term. */
  AGREEMENT_DAY_NOT_ALLOWED: { status: 422, say: '日期不对：不能早于已认定的时段，也不能超出协议期限', retry: false },
} as const satisfies RefusalTable;
