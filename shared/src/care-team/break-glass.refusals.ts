import type { RefusalTable } from '../kernel/refusals.ts';

export const BREAK_GLASS_REFUSALS = {
  /** Somebody who opened a file in an emergency cannot say themselves that it was right. */
  REVIEW_OF_ONESELF: { status: 403, say: '不能复核自己的紧急查看，请由另一位管理员办理', retry: false },
  REVIEW_DONE: { status: 409, say: '这次紧急查看已经复核过了', retry: false },
} as const satisfies RefusalTable;
