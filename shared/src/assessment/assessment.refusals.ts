import type { RefusalTable } from '../kernel/refusals.ts';

export const ASSESSMENT_REFUSALS = {
  /** The doctor decides, and says why when not as proposed. */
  OVERRIDE_NEEDS_REASON: { status: 422, say: '与系统建议的分类不同，请写明理由', retry: false },
  /** A calmer band is decided by two people; until then the band stays. */
  BAND_DOWNGRADE_NEEDS_TWO: { status: 409, say: '下调分色需要两人商定，暂按原分色管理', retry: false },
  ASSESSMENT_IN_FUTURE: { status: 422, say: '日期不能晚于今天', retry: false },
  /** A review of more than a week ago, an exam of more than a year ago. */
  ASSESSMENT_TOO_LATE: { status: 422, say: '日期太早：评估只能补记七天内的，体检只能补记一年内的', retry: false },
  /** Somebody has rated the patient since the day of this review. */
  ASSESSMENT_OVERTAKEN: { status: 409, say: '这天以后已有新的危险性记录，请按今天的情况评估', retry: false },
  /** A blank exam is no exam. */
  EXAM_EMPTY: { status: 422, say: '请至少填写一项体检结果', retry: false },
  /** Only the band that the facts speak for can be proposed or agreed to. */
  BAND_NOT_SPOKEN_FOR: { status: 409, say: '按现在的情况不能调到这一档，请刷新后再看', retry: false },
  BAND_PROPOSAL_WAITS: { status: 409, say: '已经有一个调整建议在等第二人决定', retry: false },
  BAND_PROPOSAL_DECIDED: { status: 409, say: '这个调整建议已经有结果', retry: false },
} as const satisfies RefusalTable;
