import type { RefusalTable } from '../kernel/refusals.ts';

export const MEDICATION_REFUSALS = {
  /** Tomorrow's medicine has not been taken yet. */
  CONFIRMATION_TOO_EARLY: { status: 422, say: '还没到那一天，不能提前确认', retry: false },
  CONFIRMATION_TOO_LATE: { status: 422, say: '这一天已经过了可以确认的时间，可以打电话告诉网格员', retry: false },
  /** One's own answer may be corrected, another guardian's not. */
  CONFIRMED_BY_ANOTHER: { status: 409, say: '另一位监护人已经确认过这一天', retry: false },
  /** No medicine is ordered on that day. */
  NO_MEDICINE_ORDERED: { status: 422, say: '这一天没有需要确认的药', retry: false },
} as const satisfies RefusalTable;
