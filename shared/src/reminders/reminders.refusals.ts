import type { RefusalTable } from '../kernel/refusals.ts';

export const REMINDER_REFUSALS = {
  HOLD_TOO_SHORT: { status: 409, say: '请选一个以后的时间', retry: false },
  /** Longer than the policy allows. */
  HOLD_TOO_LONG: { status: 409, say: '推迟得太久了，请选近一点的时间', retry: false },
  /** Today's medicine is asked about today. */
  /** Somebody is confined: those above are told when the time is over, whatever the assignee wishes. */
  HOLD_NOT_OF_RIGHTS: { status: 409, say: '解锁和治疗的事不能推到期限以后', retry: false },
  HOLD_NOT_OF_MEDICINE: { status: 409, say: '今天的药只能在今天之内稍后提醒', retry: false },
} as const satisfies RefusalTable;
