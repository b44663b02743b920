import type { RefusalTable } from '../kernel/refusals.ts';

export const HANDLING_REFUSALS = {
  /** Another officer wrote or closed between this one's reading and writing. */
  HANDLING_CHANGED: { status: 409, say: '刚有同事更新了这次处置，请先看最新内容再提交', retry: false },
  HANDLING_CLOSED: { status: 409, say: '这次处置已经结案；写错的内容可以更正', retry: false },
  HANDLING_NOT_BEGUN: { status: 409, say: '这条情况还没有开始联合处置', retry: false },
  HANDLING_STEP_ANSWERED: { status: 409, say: '这一步已经有人办了；写错了请用“更正”', retry: false },
  HANDLING_REASON_NEEDED: { status: 422, say: '不需要的步骤请写明原因', retry: false },
  HANDLING_TIME_WRONG: { status: 422, say: '时间不对：不能晚于现在，也不能早于报告前七天', retry: false },
  HANDLING_CORRECTION_WRONG: { status: 422, say: '要更正的那一条已被更正，或者不是同一类内容', retry: false },
  HANDLING_NOT_COMPLETE: { status: 409, say: '还有没填的记录、没办的步骤或没做完的观察，不能结案', retry: false },
  HANDLING_PART_GIVEN: { status: 409, say: '这一方已经结案，等另一方', retry: false },
  /** Doctor's and police's parts are two posts and two persons. */
  HANDLING_NEEDS_ANOTHER: { status: 409, say: '医生和民警两方要由两个人分别结案', retry: false },
  HANDLING_PART_NOT_YOURS: { status: 409, say: '这一项要由精防医生或民警本岗位办理', retry: false },
  /** Nobody of the police is on the team: the office gives that part, and says why. */
  HANDLING_NO_POLICE_REASON: { status: 422, say: '团队里没有民警，由办公室结案时请写明原因', retry: false },
  CONDUCT_RISK_BY_DOCTOR: { status: 422, say: '危险性等级由精防医生评定', retry: false },
  CONDUCT_TIMES_WRONG: { status: 422, say: '次数和认定的行为不一致', retry: false },
  /** No ground, no admission: the law knows three ways only. */
  ADMISSION_GROUND_NEEDED: { status: 422, say: '请先选住院依据：本人自愿、伤害自己的危险、伤害他人的危险', retry: false },
  ADMISSION_NEEDS_PATIENT: { status: 422, say: '自愿住院要由本人同意', retry: false },
  /** Mental Health Law, Art. 31. */
  ADMISSION_NEEDS_GUARDIAN: { status: 422, say: '有伤害自己的行为或危险的，须经监护人同意；监护人不同意的不得住院', retry: false },
  /** Art. 29, 30: only on a psychiatrist's conclusion. */
  ADMISSION_NEEDS_DIAGNOSIS: { status: 422, say: '请填写诊断结论的日期；没有精神科医师的诊断结论不能办理', retry: false },
  /** Art. 36: the committee signs only if the guardian does not. */
  ADMISSION_GUARDIAN_FIRST: { status: 422, say: '先由监护人办理；监护人不办理的，写明情况后由村（居）委会办理', retry: false },
  ADMISSION_GOES_ON: { status: 409, say: '已经有一次住院还没有结束', retry: false },
  ADMISSION_MOVE_NOT_ALLOWED: { status: 409, say: '现在不能这样做，请看这次住院走到哪一步', retry: false },
  ADMISSION_DAY_WRONG: { status: 422, say: '日期不对：不能晚于今天，也不能早于前一步', retry: false },
  /** Art. 32: within three days of the conclusion. */
  REDIAGNOSIS_TOO_LATE: { status: 422, say: '要求再次诊断要在收到诊断结论三日内提出', retry: false },
  DISCHARGE_REASON_WRONG: { status: 422, say: '这个出院原因和住院依据不一致', retry: false },
  MISSING_ALREADY: { status: 409, say: '这个人正在查找，请在原来的走失记录里补充', retry: false },
  MISSING_FOUND: { status: 409, say: '人已经找到，查找已经结束', retry: false },
  MISSING_TIME_WRONG: { status: 422, say: '时间不对：不能晚于现在，找到不能早于最后看到', retry: false },
  REVIEW_SPAN_WRONG: { status: 422, say: '倒查的起止日期不对：不晚于今天，最长一年', retry: false },
} as const satisfies RefusalTable;
