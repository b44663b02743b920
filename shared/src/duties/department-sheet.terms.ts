import type { Role, OrganisationKind } from '../access/access.terms.ts';
import type { Seat } from '../care-team/seats.terms.ts';
import type { Department } from '../exchange/exchange.terms.ts';
import type { NoticeSource } from '../screening/notice.terms.ts';

/**
 * What a department's assessment sheet (部门考核表) is made of: each told from what the rooms have written down anyway. It judges whether an
 * office did its part in time, and nothing about a patient.
 */
export const SHEET_MEASURES = {
  duties: {
    label: '牵头的责任',
    says: '责任清单里由本部门牵头、期限在本季度到的：做到的 ÷ 做到的和过期没做到的。没有发生的、还在期限内的不算。',
  },
  tasks: { label: '按时办的待办', says: '本季度到期的待办（随访、体检、救助等）：期限内办完的 ÷ 全部。作废和暂停的不算。' },
  exchange: {
    label: '按时交的名单',
    says: '本季度各月的信息交换：截止日以前交了名单的月份 ÷ 该交的月份。在期限内交过、后来更正的也算按时。',
  },
  letters: { label: '按时答复的督办', says: '发给本部门、本季度到期的督办：期限内答复的 ÷ 全部，以最后一次答复为准。' },
  countersigns: { label: '按时会签的纪要', says: '送来会签的会议纪要：规定天数内同意或者提出意见的 ÷ 全部。提出意见也算按时。' },
  notices: { label: '提前告知的出院释放', says: '本季度出院、释放、解除的人：人到以前（含当天）告诉乡镇的 ÷ 全部。' },
} as const;
export type SheetMeasure = keyof typeof SHEET_MEASURES;
export const SHEET_MEASURE_KEYS = [
  'duties',
  'tasks',
  'exchange',
  'letters',
  'countersigns',
  'notices',
] as const satisfies readonly SheetMeasure[];

/** The offices of a township that have a sheet. A village's committee is assessed by the numbers of its place. */
export const ASSESSED_UNITS = [
  'policeStation',
  'townHealthCenter',
  'civilAffairsOffice',
  'disabledFederation',
  'peaceOffice',
  'socialAffairsOffice',
  'justiceOffice',
  'socialSecurityOffice',
  'financeOffice',
  'partyGovernmentOffice',
] as const satisfies readonly OrganisationKind[];
export type AssessedUnit = (typeof ASSESSED_UNITS)[number];

/** How a part of the year stands for whoever leads a duty. */
export const DUTY_STANDINGS = { fulfilled: '已做到', lacking: '过期没做到', running: '还在期限内', nothing: '没有发生' } as const;
export type DutyStanding = keyof typeof DUTY_STANDINGS;

/** Whose office answers for the tasks of a seat. A village's own seats are its committee's. */
export const UNIT_OF_SEAT = {
  doctor: 'townHealthCenter',
  police: 'policeStation',
  securityOfficer: 'peaceOffice',
  rehabCoordinator: 'disabledFederation',
  civilAffairs: 'civilAffairsOffice',
} as const satisfies Partial<Record<Seat, AssessedUnit>>;
/** Whose list it is that is handed in every month. */
export const UNIT_OF_DEPARTMENT = {
  police: 'policeStation',
  health: 'townHealthCenter',
  civilAffairs: 'civilAffairsOffice',
  disabledFederation: 'disabledFederation',
} as const satisfies Record<Department, AssessedUnit>;
/** Who is to tell that somebody comes home. */
export const UNIT_OF_SOURCE = {
  hospital: 'townHealthCenter',
  compulsoryMedical: 'policeStation',
  compulsoryDrugRehab: 'policeStation',
  custody: 'policeStation',
  communityCorrection: 'justiceOffice',
} as const satisfies Record<NoticeSource, AssessedUnit>;
/** For which office somebody answers whose post names no organisation. */
export const UNIT_OF_ROLE: { readonly [R in Role]?: AssessedUnit } = {
  communityPolice: 'policeStation',
  mentalHealthDoctor: 'townHealthCenter',
  civilAffairsCadre: 'civilAffairsOffice',
  rehabCoordinator: 'disabledFederation',
  securityOfficer: 'peaceOffice',
  socialAffairsOfficer: 'socialAffairsOffice',
  financeOfficer: 'financeOffice',
  townshipLead: 'partyGovernmentOffice',
};
