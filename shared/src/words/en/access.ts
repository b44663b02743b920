export const ROLES = {
  administrator: 'County administrator',
  regionSupervisor: 'Provincial supervisor',
  socialAffairsOfficer: 'Social affairs officer',
  townshipLead: 'Township lead',
  financeOfficer: 'Finance officer',
  politicalLegalMember: 'Political and legal member',
  mentalHealthDoctor: 'Mental-health doctor',
  communityPolice: 'Village police officer',
  securityOfficer: 'Security officer',
  rehabCoordinator: 'Rehabilitation coordinator',
  civilAffairsCadre: 'Civil affairs cadre',
  gridWorker: 'Grid worker',
  villageLead: 'Village lead',
  villageDoctor: 'Village doctor',
};

export const ORGANISATION_KINDS = {
  peaceOffice: 'Peace office',
  politicalLegalCommittee: 'Political and legal committee',
  policeStation: 'Police station',
  civilAffairsOffice: 'Civil affairs office',
  disabledFederation: 'Disabled persons’ federation',
  townHealthCenter: 'Township health centre',
  villageCommittee: 'Village committee',
  justiceOffice: 'Justice office',
  socialAffairsOffice: 'Social affairs office',
  financeOffice: 'Finance office',
  socialSecurityOffice: 'Social security office',
  partyGovernmentOffice: 'Party and government office',
};

export const TICKET_STATES = {
  waiting: 'Waits for the phone',
  approved: 'Confirmed',
  refused: 'Refused',
  expired: 'Expired',
  used: 'Used',
};

export const TICKET_PURPOSES = {
  'sign-in': 'Sign in at the desk',
  'batch:release': 'Release reward money',
  'roles:change': 'Change persons or posts',
  'data:export': 'Export data',
};

export const INVITATION_STATES = {
  open: 'Waits to be used',
  used: 'Used',
  locked: 'Locked after wrong tries',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
};

export const CLASH_KINDS = {
  'account-of-another': 'This WeChat belongs to another person',
  'person-bound-elsewhere': 'This person has another WeChat',
  'phone-of-several': 'This mobile number is registered for several',
};
