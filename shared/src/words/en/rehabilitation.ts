export const REHAB_KINDS = {
  selfCare: 'Self-care',
  homeLife: 'Housework',
  contact: 'Getting on with others',
  work: 'Work skills',
};

export const REHAB_ORIGINS = {
  hospital: 'Straight from hospital',
  referral: 'Referred by the doctor',
  family: 'Asked for by the family',
  team: 'Suggested by the team',
};

export const REHAB_ENDS = {
  home: 'Goes on at home',
  employed: 'Found work',
  hospital: 'In hospital again',
  moved: 'Moved away',
  unwilling: 'Did not want to go on',
  over: 'The programme ended',
};

export const EMPLOYMENT_KINDS = {
  farming: 'Farming',
  assisted: 'Assisted work',
  company: 'Employed',
  welfare: 'Public welfare post',
  own: 'Own business',
};
