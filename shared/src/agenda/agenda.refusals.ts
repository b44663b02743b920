import type { RefusalTable } from '../kernel/refusals.ts';

export const AGENDA_REFUSALS = {
  /** Done, cancelled or suspended in the meantime. */
  TASK_NOT_OPEN: { status: 409, say: '这件事已经办完或取消，无需重复提交', retry: false },
} as const satisfies RefusalTable;
