/** The offices and field posts that a person can hold. A guardian is not a post but a guardianship of the registry. */
export const ROLES = {
  administrator: '县级管理员',
  socialAffairsOfficer: '社会事务办干事',
  townshipLead: '乡镇分管领导',
  financeOfficer: '财政所经办人',
  mentalHealthDoctor: '精防医生',
  communityPolice: '驻村民警',
  securityOfficer: '综治专干',
  rehabCoordinator: '康复协调员',
  civilAffairsCadre: '民政干部',
  gridWorker: '网格员',
  villageLead: '村级小组组长',
  villageDoctor: '村医',
} as const;
export type Role = keyof typeof ROLES;

/** Areas nest: county, township, village (or urban community). */
export const AREA_KINDS = ['county', 'township', 'village'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

export const ORGANISATION_KINDS = {
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
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** Where a person is signed in: the mini-program on a phone, or the desk in a browser. */
export type Channel = 'phone' | 'desk';

/** One post as permission sees it. */
export type ActorPost = { readonly role: Role; readonly areaId: string; readonly organisationId: string | null };

/** Who acts. Posts are those in force today, a deputy's included. */
export type Actor = {
  readonly countyId: number;
  readonly personId: string;
  readonly sessionId: string;
  readonly channel: Channel;
  readonly posts: readonly ActorPost[];
};
