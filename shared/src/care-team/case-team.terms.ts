import { SEAT_LABELS, SEAT_ROLES, type StaffSeat } from './seats.terms.ts';

/** Why a patient gets a case team (个案管理小组). */
export const CASE_REASONS = {
  unstable: '病情分类为不稳定',
  incident: '发生过事件',
  riskHigh: '危险性 3 级以上',
} as const;
export type CaseReason = keyof typeof CASE_REASONS;
export const CASE_REASON_KEYS = ['unstable', 'incident', 'riskHigh'] as const satisfies readonly CaseReason[];

export const CASE_TEAM_STATES = {
  proposed: '待组建',
  open: '管理中',
  closing: '待另一人同意结束',
  closed: '已结束',
  lapsed: '原因消失，未组建',
} as const;
export type CaseTeamState = keyof typeof CASE_TEAM_STATES;

/** Members come from the posts around the patient; the county's team adds a nurse and a disability assistant. */
export type CasePost = StaffSeat | 'nurse' | 'disabilityAssistant';
const { guardian: _, ...STAFF_LABELS } = SEAT_LABELS;
export const CASE_POSTS: Readonly<Record<CasePost, string>> = { ...STAFF_LABELS, nurse: '护士', disabilityAssistant: '残疾人专职委员' };
/** Posts whose holders on the patient's team are proposed as members. */
export const CASE_SEATS = Object.keys(SEAT_ROLES) as readonly StaffSeat[];
