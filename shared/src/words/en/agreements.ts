export const AGREEMENT_STATES = {
  draft: 'Waits for the guardian’s signature',
  signedByGuardian: 'Waits for the township’s seal',
  active: 'In force',
  suspended: 'Suspended',
  closed: 'Ended',
  terminated: 'Terminated',
};

export const SUSPENSION_REASONS = {
  longHospitalStay: 'Long in hospital',
  inCustody: 'In custody',
  missing: 'Missing',
};

export const TERMINATION_REASONS = {
  guardianChanged: 'Another guardian',
  movedOut: 'Patient moved away',
  deceased: 'Patient died',
  guardianUnable: 'Guardian no longer able',
  byGuardian: 'At the guardian’s wish',
};

export const APPLICATION_STATES = {
  villageReview: 'Village review',
  townshipReview: 'Township review',
  countyApproval: 'County approval',
  approved: 'Approved',
  returned: 'Sent back to be completed',
  refused: 'Not approved',
  objected: 'Objection under way',
  closed: 'Upheld after an objection',
  withdrawn: 'Withdrawn',
};

export const APPLICATION_STAGES = {
  villageReview: 'Village',
  townshipReview: 'Township',
  countyApproval: 'County',
};

export const STAGE_OUTCOMES = {
  agree: 'Agree',
  return: 'Send back',
  refuse: 'Refuse',
};

export const DEPARTMENTS = {
  village: 'Village committee',
  health: 'Health centre',
  police: 'Police station',
  civilAffairs: 'Civil affairs office',
  disabledFederation: 'Disabled persons’ federation',
};

export const OPINION_STANDS = {
  agree: 'Agree',
  disagree: 'Disagree',
};

export const OBJECTION_OUTCOMES = {
  uphold: 'Keep the decision',
  overturn: 'Approve after all',
};

export const APPLICATION_ACTS = {
  applied: 'Applied',
  resubmitted: 'Completed and handed in again',
  agreed: 'Agreed',
  returned: 'Sent back',
  refused: 'Refused',
  opinion: 'Opinion of an office',
  objected: 'Objected',
  upheld: 'Objection answered: upheld',
  overturned: 'Objection answered: approved',
  withdrawn: 'Withdrawn',
};

export const ELIGIBILITY_RULES = {
  condition: 'The patient’s condition is within the reward',
  state: 'Nothing in the patient’s state excludes it',
  guardian: 'The applicant is the guardian on file',
  order: 'The legal order of guardians',
  together: 'Lives together with the patient',
  caring: 'Able to look after them, and does',
  one: 'One at a time for one patient',
  notStopped: 'No stop of the year',
};

export const VERDICTS = {
  holds: 'Holds',
  fails: 'Does not hold',
  unknown: 'Unknown, please check',
};
