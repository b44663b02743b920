import type { RefusalTable } from '../kernel/refusals.ts';

export const VISIT_REFUSALS = {
  VISIT_IN_FUTURE: { status: 422, say: '签到时间晚于现在，请检查手机时间', retry: false },
  VISIT_TOO_OLD: { status: 422, say: '签到时间太久，不能再补记', retry: false },
  /** Visits are counted for the doctor, the lead, the police and the grid worker. */
  VISIT_SEAT_NEEDED: { status: 422, say: '随访由精防医生、组长、民警或网格员签到', retry: false },
  /** A visit is recorded by the person who was there. */
  VISIT_OF_ANOTHER: { status: 409, say: '这次随访由签到的人填写', retry: false },
  VISIT_RECORDED: { status: 409, say: '这次随访已经记录，无需重复提交', retry: false },
  /** The form's next date may be sooner than the rule's, never later. */
  NEXT_VISIT_TOO_LATE: { status: 422, say: '下次随访日期不能晚于规定的日期', retry: false },
  NEXT_VISIT_NOT_AHEAD: { status: 422, say: '下次随访日期应晚于本次随访', retry: false },
  /** The given task is no visit of this patient. */
  VISIT_TASK_MISMATCH: { status: 409, say: '这件待办与随访对象不一致，请刷新后再试', retry: false },
} as const satisfies RefusalTable;
