import type { RefusalTable } from '../kernel/refusals.ts';

export const APPRAISAL_REFUSALS = {
  /** Not (or no longer) open for an opinion. */
  APPRAISAL_NOT_OPEN: { status: 409, say: '这一期现在不能提意见，请刷新后再看', retry: false },
  /** Nobody decides on an agreement to which they, or anyone they act for, are party. */
  APPRAISAL_OWN_PARTY: { status: 403, say: '您或您代办的人是协议当事人，不能参加认定', retry: false },
  /** A deduction needs the breached clause, evidence in words, and the day the guardian was heard. */
  DEDUCTION_NEEDS_GROUNDS: { status: 422, say: '扣减必须写明违反的条款、证据和听取监护人意见的日期', retry: false },
  /** The day on which the guardian was heard lies outside the time between the period's start and today. */
  GUARDIAN_HEARD_DAY_INVALID: { status: 422, say: '听取监护人意见的日期不对', retry: false },
  /** Breaches were named although the outcome is payment in full, or one clause was named twice. */
  APPRAISAL_OPINION_UNCLEAR: { status: 422, say: '认定意见前后不一致，请检查', retry: false },
  /** Nothing was deducted, the days for an objection are over, or one is being looked at. */
  OBJECTION_NOT_POSSIBLE: { status: 409, say: '这一期现在不能提异议，请刷新后再看', retry: false },
  /** Neither words nor a voice note. */
  OBJECTION_EMPTY: { status: 422, say: '请说一说您的意见，打字或录音都可以', retry: false },
  /** Answered already, or passed on. */
  OBJECTION_CLOSED: { status: 409, say: '这条异议已经答复或转交，请刷新后再看', retry: false },
  /** Whoever decided or answered before does not answer an objection to it. */
  OBJECTION_NOT_YOURS: { status: 403, say: '您参加过这一期的认定或答复，请换人答复', retry: false },
  /** A training outside the period, or still ahead. */
  TRAINING_DAY_INVALID: { status: 422, say: '培训日期不对：要在这一期里，不能是以后的日子', retry: false },
  /** Not wanted by the policy, duty did not fail for good, no act under the law; or decided already. */
  YEAR_STOP_NOT_POSSIBLE: { status: 409, say: '这一期不符合停发全年的条件，或者已经办过', retry: false },
  /** The county came to want it after this agreement was signed. */
  YEAR_STOP_NOT_AGREED: { status: 409, say: '签字的协议里没有停发全年的约定，不能停发', retry: false },
  /** Two persons, none of them standing in for the other. */
  YEAR_STOP_NEEDS_ANOTHER: { status: 403, say: '停发全年要由另一位同事同意', retry: false },
  /** A new decision after an objection pays less than the one objected to. */
  OBJECTION_NEVER_LOWERS: { status: 422, say: '提了异议的，重新认定不能比原来少', retry: false },
} as const satisfies RefusalTable;
