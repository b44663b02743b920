import { ACCESS_REFUSALS } from '../access/access.refusals.ts';
import { AGENDA_REFUSALS } from '../agenda/agenda.refusals.ts';
import { AGREEMENT_REFUSALS } from '../agreements/agreements.refusals.ts';
import { APPRAISAL_REFUSALS } from '../appraisal/appraisal.refusals.ts';
import { ASSESSMENT_REFUSALS } from '../assessment/assessment.refusals.ts';
import { CARE_TEAM_REFUSALS } from '../care-team/care-team.refusals.ts';
import { CRISIS_ROSTER_REFUSALS } from '../care-team/crisis-roster.refusals.ts';
import { BREAK_GLASS_REFUSALS } from '../care-team/break-glass.refusals.ts';
import { DUTY_REFUSALS } from '../duties/duties.refusals.ts';
import { EXCHANGE_REFUSALS } from '../exchange/exchange.refusals.ts';
import { HANDLING_REFUSALS } from '../incidents/handling.refusals.ts';
import { INCIDENT_REFUSALS } from '../incidents/incidents.refusals.ts';
import { INTAKE_REFUSALS } from '../intake/intake.refusals.ts';
import { LAW_REFUSALS } from '../law/law.refusals.ts';
import { MEDICATION_REFUSALS } from '../medication/medication.refusals.ts';
import { MEETING_REFUSALS } from '../meetings/meetings.refusals.ts';
import { OUTREACH_REFUSALS } from '../outreach/outreach.refusals.ts';
import { PAYOUT_REFUSALS } from '../payouts/payouts.refusals.ts';
import { POLICY_REFUSALS } from '../policy/policy.refusals.ts';
import { LIFE_REFUSALS } from '../registry/life.refusals.ts';
import { REGISTRY_REFUSALS } from '../registry/registry.refusals.ts';
import { ATTACHMENT_REFUSALS } from '../registry/attachments.refusals.ts';
import { REHAB_REFUSALS } from '../rehabilitation/rehabilitation.refusals.ts';
import { RELIEF_REFUSALS } from '../relief/relief.refusals.ts';
import { RIGHTS_REFUSALS } from '../rights/rights.refusals.ts';
import { REMINDER_REFUSALS } from '../reminders/reminders.refusals.ts';
import { SCREENING_REFUSALS } from '../screening/screening.refusals.ts';
import { TRANSFER_REFUSALS } from '../transfers/transfers.refusals.ts';
import { VISIT_PHOTO_REFUSALS } from '../visits/visit-photos.refusals.ts';
import { SPECIAL_PERIOD_REFUSALS } from '../visits/special-period.refusals.ts';
import { VISIT_REFUSALS } from '../visits/visits.refusals.ts';
/** How one refusal is answered: HTTP status, words for the person, and whether sending the same again can help. */
export type RefusalEntry = { readonly status: number; readonly say: string; readonly retry: boolean };
export type RefusalTable = Readonly<Record<string, RefusalEntry>>;

/** Refusals that any endpoint may answer with. A room's own stand in `<room>.refusals.ts`. */
const COMMON = {
  /** The body, query or a parameter is outside the contract. */
  INPUT_INVALID: { status: 400, say: '填写的内容有误，请检查后再提交', retry: false },
  /** No session, or it ended. */
  SIGN_IN_NEEDED: { status: 401, say: '登录已过期，请重新登录', retry: false },
  /** Releasing money, changing roles and exporting ask for the approval on the phone again. */
  STEP_UP_NEEDED: { status: 403, say: '请先在手机上确认这次操作', retry: false },
  /** One answer for "does not exist" and "not yours": a stranger learns nothing. */
  NOT_FOUND_OR_NO_ACCESS: { status: 404, say: '没有找到，或您没有查看权限', retry: false },
  /** The same idempotency key came with another body. */
  KEY_REUSED: { status: 409, say: '这次提交与之前的不一致，请刷新后重新填写', retry: false },
  /** Somebody changed the row between the read and this write. */
  STALE: { status: 409, say: '刚有同事更新了内容，请刷新后再试', retry: true },
  /** Written under a version of the contracts that is no longer read. */
  PHONE_TOO_OLD: { status: 409, say: '手机上的“关护”太旧了，请先更新。写好的内容还在手机里', retry: false },
  PAYLOAD_TOO_LARGE: { status: 413, say: '文件太大，请压缩后再上传', retry: false },
  RATE_LIMITED: { status: 429, say: '操作太频繁，请稍后再试', retry: true },
  INTERNAL: { status: 500, say: '系统出错了，请稍后再试', retry: true },
  /** The database or WeChat cannot be reached; nothing was written. */
  SERVER_BUSY: { status: 503, say: '系统繁忙，请稍后再试', retry: true },
} as const satisfies RefusalTable;

/** The whole catalogue. */
export const REFUSALS = {
  ...COMMON,
  ...CARE_TEAM_REFUSALS,
  ...RELIEF_REFUSALS,
  ...CRISIS_ROSTER_REFUSALS,
  ...INCIDENT_REFUSALS,
  ...HANDLING_REFUSALS,
  ...INTAKE_REFUSALS,
  ...VISIT_REFUSALS,
  ...VISIT_PHOTO_REFUSALS,
  ...SPECIAL_PERIOD_REFUSALS,
  ...ASSESSMENT_REFUSALS,
  ...MEDICATION_REFUSALS,
  ...AGENDA_REFUSALS,
  ...POLICY_REFUSALS,
  ...ACCESS_REFUSALS,
  ...REGISTRY_REFUSALS,
  ...AGREEMENT_REFUSALS,
  ...APPRAISAL_REFUSALS,
  ...PAYOUT_REFUSALS,
  ...LIFE_REFUSALS,
  ...TRANSFER_REFUSALS,
  ...ATTACHMENT_REFUSALS,
  ...BREAK_GLASS_REFUSALS,
  ...RIGHTS_REFUSALS,
  ...REMINDER_REFUSALS,
  ...MEETING_REFUSALS,
  ...DUTY_REFUSALS,
  ...EXCHANGE_REFUSALS,
  ...SCREENING_REFUSALS,
  ...LAW_REFUSALS,
  ...OUTREACH_REFUSALS,
  ...REHAB_REFUSALS,
} as const satisfies RefusalTable;

export type RefusalCode = keyof typeof REFUSALS;
