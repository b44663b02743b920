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
  /** Filled in by an edition of the form that this county never had. */
  VISIT_FORM_UNKNOWN: { status: 409, say: '随访表已经更新，请重新打开再填', retry: false },
  /** A record that is finished days after its check-in says why. */
  VISIT_LATE_NEEDS_REASON: { status: 422, say: '签到过了几天才填，请写一句原因', retry: false },
  /** Who came along holds a seat on the patient's team, is somebody else, and is named once. */
  VISIT_COMPANION_NOT_OF_TEAM: { status: 422, say: '一起随访的人应是这位服务对象的团队成员', retry: false },
  /** What is taken over comes from a quick form of the same patient. */
  VISIT_SOURCE_UNKNOWN: { status: 409, say: '没有找到要带入的快速记录，请刷新后再填', retry: false },
  PRESENCE_ANSWERED: { status: 409, say: '您已经回答过了，无需重复提交', retry: false },
  REFERRAL_MOVE_NOT_ALLOWED: { status: 409, say: '这次转诊现在不能这样办，请刷新后再试', retry: false },
  NOTE_NEEDED: { status: 422, say: '请写几句说明', retry: false },
  ALERT_CLOSED: { status: 409, say: '这件事已经处理过了', retry: false },
  CONCERN_CLOSED: { status: 409, say: '这份报告已经办结', retry: false },
  /** The life has turned: nobody is lost any more. */
  LOST_REPORT_VOID: { status: 409, say: '人已经有了下落，这份报告不用再发', retry: false },
  LOST_REPORT_ISSUED: { status: 409, say: '这份报告已经发出', retry: false },
  /** The outcome is asked for after a visit that found somebody unstable, once. */
  OUTCOME_NOT_ASKED: { status: 409, say: '这次随访不需要再填处理结果', retry: false },
} as const satisfies RefusalTable;
