import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/access.ts';

/** The offices and field posts that a person can hold. A guardian is not a post but a guardianship of the registry. */
export const ROLES = inLanguage(
  {
    administrator: '县级管理员',
    regionSupervisor: '省市督导员',
    socialAffairsOfficer: '社会事务办干事',
    townshipLead: '乡镇分管领导',
    financeOfficer: '财政所经办人',
    politicalLegalMember: '政法委员',
    mentalHealthDoctor: '精防医生',
    communityPolice: '驻村民警',
    securityOfficer: '综治专干',
    rehabCoordinator: '康复协调员',
    civilAffairsCadre: '民政干部',
    gridWorker: '网格员',
    villageLead: '村级小组组长',
    villageDoctor: '村医',
  },
  { en: en.ROLES },
);
export type Role = keyof typeof ROLES;

/** Areas nest: county, township, village (or urban community). */
export const AREA_KINDS = ['county', 'township', 'village'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

export const ORGANISATION_KINDS = inLanguage(
  {
    peaceOffice: '平安办',
    politicalLegalCommittee: '政法委',
    policeStation: '派出所',
    civilAffairsOffice: '民政办',
    disabledFederation: '残联',
    townHealthCenter: '乡镇卫生院',
    villageCommittee: '村(居)委会',
    justiceOffice: '司法所',
    socialAffairsOffice: '社会事务办',
    financeOffice: '财政所',
    socialSecurityOffice: '社保所',
    partyGovernmentOffice: '党政办',
  },
  { en: en.ORGANISATION_KINDS },
);
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** Where a person is signed in: the mini-program on a phone, or the desk in a browser. */
export type Channel = 'phone' | 'desk';

/** One post as permission sees it. */
export type ActorPost = { readonly role: Role; readonly areaId: string; readonly organisationId: string | null };

/** Who acts. Posts are those in force today; a deputy's include those of the persons they stand in for. */
export type Actor = {
  readonly countyId: number;
  readonly personId: string;
  readonly sessionId: string;
  readonly channel: Channel;
  readonly posts: readonly ActorPost[];
  /** Persons whose deputy the actor is today. Their seats are the actor's too; their conflicts of interest as well. */
  readonly actingFor?: readonly string[];
  /** The merged file that the request named before it was led to the one kept in its place: deeds name both. */
  readonly ledFrom?: string;
};

/** The actor and the persons they stand in for today: whose seats they may fill, whose interests they may not decide on. */
export const standsFor = (actor: Pick<Actor, 'personId' | 'actingFor'>): readonly string[] => [actor.personId, ...(actor.actingFor ?? [])];

/** The levels of area at which a role's post may stand. */
export const ROLE_LEVELS: Readonly<Record<Role, readonly AreaKind[]>> = {
  administrator: ['county'],
  // Of a province or prefecture, which is a tenant without townships (ADR 0019).
  regionSupervisor: ['county'],
  socialAffairsOfficer: ['township'],
  townshipLead: ['township'],
  financeOfficer: ['township'],
  // The county's committee answers where a township has no member of its own.
  politicalLegalMember: ['county', 'township'],
  mentalHealthDoctor: ['township', 'village'],
  communityPolice: ['township', 'village'],
  securityOfficer: ['township', 'village'],
  rehabCoordinator: ['township', 'village'],
  civilAffairsCadre: ['township', 'village'],
  gridWorker: ['township', 'village'],
  villageLead: ['township', 'village'],
  villageDoctor: ['township', 'village'],
};

/** Life of a one-time ticket that a desk asks for and a phone answers. */
export const TICKET_STATES = inLanguage(
  {
    waiting: '等待手机确认',
    approved: '已确认',
    refused: '已拒绝',
    expired: '已过期',
    used: '已使用',
  },
  { en: en.TICKET_STATES },
);
export type TicketState = keyof typeof TICKET_STATES;

/** What a ticket lets the desk do. The words are what the approving phone shows. */
export const TICKET_PURPOSES = inLanguage(
  {
    'sign-in': '登录工作台',
    'batch:release': '发放奖励资金',
    'roles:change': '调整人员或岗位',
    'data:export': '导出数据',
  },
  { en: en.TICKET_PURPOSES },
);
export type TicketPurpose = keyof typeof TICKET_PURPOSES;
/** Deeds for which the desk asks the phone again. */
export const STEP_UP_PURPOSES = ['batch:release', 'roles:change', 'data:export'] as const satisfies readonly TicketPurpose[];
export type StepUpPurpose = (typeof STEP_UP_PURPOSES)[number];

/** Life of an invitation; `expired` is read off the clock, never stored. */
export const INVITATION_STATES = inLanguage(
  {
    open: '等待绑定',
    used: '已绑定',
    locked: '输错次数过多',
    expired: '已过期',
    withdrawn: '已作废',
  },
  { en: en.INVITATION_STATES },
);
export type InvitationState = keyof typeof INVITATION_STATES;

/** Why a binding waits for a person, although phone and code were right. */
export const CLASH_KINDS = inLanguage(
  {
    'account-of-another': '这个微信已绑定另一人',
    'person-bound-elsewhere': '此人已绑定另一个微信',
    'phone-of-several': '这个手机号登记在多人名下',
  },
  { en: en.CLASH_KINDS },
);
export type ClashKind = keyof typeof CLASH_KINDS;
