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
} as const satisfies RefusalTable;
