import type { RefusalTable } from '../kernel/refusals.ts';

export const INCIDENT_REFUSALS = {
  INCIDENT_IN_FUTURE: { status: 422, say: '发生时间晚于现在，请检查手机时间', retry: false },
  INCIDENT_TOO_OLD: { status: 422, say: '发生时间太久，请打电话告诉社会事务办', retry: false },
  /** Only those who were told can say that they have read it or are on it. */
  INCIDENT_NOT_TOLD: { status: 409, say: '这条情况没有通知到您，无需回应', retry: false },
} as const satisfies RefusalTable;
