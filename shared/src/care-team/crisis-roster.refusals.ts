import type { RefusalTable } from '../kernel/refusals.ts';

export const CRISIS_ROSTER_REFUSALS = {
  /** It ends before it begins, is over already, is longer than a weekend, or is more than a year ahead. */
  SHIFT_TIME_WRONG: { status: 422, say: '值班时间有误：结束要晚于开始和现在，一班最长三天，最多提前一年', retry: false },
  /** The person is on duty there at that time already. */
  SHIFT_TWICE: { status: 409, say: '这位同志在这段时间已经排了班', retry: false },
  /** Whoever is on duty can be telephoned. */
  SHIFT_NEEDS_PHONE: { status: 422, say: '这位同志没有登记电话，不能值班', retry: false },
  /** A shift that is over stays as it was. */
  SHIFT_OVER: { status: 409, say: '这一班已经结束，不能再改', retry: false },
  ROSTER_DAYS_WRONG: { status: 422, say: '一次最多看两个月的值班表', retry: false },
  /** A drill is logged when it has been held. */
  DRILL_NOT_HELD: { status: 422, say: '演练日期不能晚于今天', retry: false },
} as const satisfies RefusalTable;
