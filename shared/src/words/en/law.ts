export const LEGAL_KINDS = {
  dispute: 'Conflict',
  mediationNotice: 'Mediation notice of the justice office',
  legalAdvice: 'Legal advice',
  legalAid: 'Referral to legal aid',
  forensic: 'Referral to a forensic opinion',
};

export const LEGAL_SUBJECTS = {
  family: 'Within the family',
  neighbours: 'With neighbours',
  property: 'Property, land',
  harm: 'Compensation for harm',
  guardianship: 'Guardianship, support',
  other: 'Other',
};

export const LEGAL_STATES = {
  open: 'To be seen to',
  underway: 'Under way',
  closed: 'Ended',
};

export const LEGAL_OUTCOMES = {
  settled: 'Settled',
  unsettled: 'Not settled, told that they can go to court',
  advised: 'Advised',
  granted: 'Taken on and ended',
  declined: 'Not taken on',
  withdrawn: 'Withdrawn',
};

export const LEGAL_NOTES = {
  noted: 'Worked on',
  familyContacted: 'Family contacted',
  justiceTold: 'Justice office told',
};

export const LEGAL_OTHER_ACTS = {
  recorded: 'Written down',
  passed: 'Passed on',
  closed: 'Ended',
};
