import type { RefusalTable } from '../kernel/refusals.ts';

export const SPECIAL_PERIOD_REFUSALS = {
  /** In the past, over before it begins, or longer than the policy allows. */
  PERIOD_DAYS_WRONG: { status: 422, say: '起止日期有误：从今天或以后开始，必须写明结束日期，不能超过规定的最长天数', retry: false },
  /** A band that nobody has where the period is to be. */
  PERIOD_BANDS_UNKNOWN: { status: 422, say: '请选本地正在使用的分色', retry: false },
  /** It was decided, withdrawn or ended before. */
  PERIOD_NOT_OPEN: { status: 409, say: '这个时期现在不能这样办，请刷新后再看', retry: false },
  PERIOD_NEEDS_ANOTHER: { status: 403, say: '提出的人不能自己批准，请另一人办理', retry: false },
  ROLL_CALL_IN_FUTURE: { status: 422, say: '点名时间晚于现在，请检查手机时间', retry: false },
  ROLL_CALL_TOO_OLD: { status: 422, say: '点名时间太久，不能再补记', retry: false },
  /** Nobody asked after this person on that day. */
  ROLL_CALL_NOT_ASKED: { status: 409, say: '这一天不需要点名', retry: false },
} as const satisfies RefusalTable;
