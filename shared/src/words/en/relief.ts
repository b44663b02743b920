export const FACT_ANSWERS = {
  yes: 'Yes',
  no: 'No',
};

export const STANDINGS = {
  has: 'Has it',
  applied: 'Under way',
  seems: 'Looks possible',
  ask: 'To be asked',
  notNow: 'Conditions perhaps not met; can still apply',
};

export const HARDSHIPS = {
  homeless: 'No fixed home',
  threeNo: 'No means, income or family',
};

export const RELIEF_STATES = {
  collecting: 'Collecting papers',
  forwarded: 'Sent to the office',
  granted: 'Granted',
  refused: 'Not granted',
  objected: 'Objection under way',
  upheld: 'Upheld after an objection',
  withdrawn: 'Withdrawn',
};

export const RELIEF_ACTS = {
  applied: 'Applied',
  papers: 'Papers received',
  forwarded: 'Sent to the office',
  granted: 'Granted',
  refused: 'Not granted',
  objected: 'Objected',
  upheld: 'Objection answered: upheld',
  overturned: 'Objection answered: dealt with anew',
  withdrawn: 'Withdrawn',
};

export const GRANT_RHYTHMS = {
  once: 'once',
  month: 'each month',
  year: 'each year',
};

export const RELIEF_OFFICES = {
  civilAffairsOffice: 'civil affairs office',
  disabledFederation: 'disabled persons’ federation',
  socialSecurityOffice: 'social security office',
  townHealthCenter: 'health centre',
};

export const ESTIMATE_SAID = {
  special: 'Insurance (long-term outpatient)',
  ordinary: 'Insurance (outpatient)',
  medicalRelief: 'Medical relief',
  federation: 'Disabled persons’ federation',
  ofTheRest: (percent: number) => `${percent}% of the rest`,
  ofWhatIsLeft: (percent: number) => `${percent}% of what is left`,
  noDeductible: 'from the first yuan',
  above: (yuan: string) => `what is above ${yuan} yuan`,
  pays: (percent: number) => `${percent}% is paid`,
  most: (yuan: string) => `at most ${yuan} yuan`,
  commaMark: ', ',
};

export const BENEFIT_LABELS = {
  minimumLiving: 'Living allowance',
  extremeHardship: 'Support in extreme hardship',
  temporaryRelief: 'Temporary relief',
  medicalRelief: 'Medical relief',
  insuranceSubsidy: 'Help with the insurance',
  specialOutpatient: 'Long-term outpatient cover',
  disabilityCertificate: 'Disability card',
  nursingSubsidy: 'Nursing subsidy',
  outpatientRest: 'Outpatient subsidy',
  freeMedicine: 'Free medicine',
  freeExam: 'Free health check',
  reward: 'Care reward',
};

export const BENEFIT_GIVES = {
  minimumLiving: 'A monthly allowance where the family has very little',
  extremeHardship: 'The state supports whoever has nobody',
  temporaryRelief: 'First help in sudden need',
  medicalRelief: 'Helps with what you pay after the insurance',
  insuranceSubsidy: 'The state pays the insurance',
  specialOutpatient: 'Outpatient care and medicine, paid in part from the first yuan',
  disabilityCertificate: 'The card that the federation’s subsidies need',
  nursingSubsidy: 'A monthly nursing subsidy',
  outpatientRest: 'The federation helps with what you pay after the insurance',
  freeMedicine: 'Basic medicine costs nothing',
  freeExam: 'A free health check each year; the health centre calls you',
  reward: 'A reward each period for good care',
};

export const FACT_LABELS = {
  disorder: 'Has one of the six disorders',
  local: 'Household registered in this county',
  poor: 'The family is poor',
  lowIncome: 'Income per head below the allowance line',
  noMeans: 'Cannot work and has no income',
  noSupporter: 'Nobody in the family can support them',
  suddenHardship: 'Sudden need lately',
  homeless: 'No fixed home',
  insured: 'Has the residents’ insurance',
  treated: 'Goes to the clinic',
  certified: 'Has a disability card',
  severe: 'Disability of grade 1 or 2',
  hasMinimumLiving: 'Receives the living allowance',
  hasExtremeHardship: 'Has support in extreme hardship',
};

export const FACT_QUESTIONS = {
  local: 'Is the household registered in this county?',
  poor: 'Is the family poor?',
  lowIncome: 'Is the income per head below the allowance line?',
  noMeans: 'Can they not work, and have no income?',
  noSupporter: 'Is there nobody in the family who can support them?',
  suddenHardship: 'Was there sudden need lately, such as grave illness or an accident?',
  homeless: 'Are they without a fixed home?',
  insured: 'Was this year’s insurance paid?',
  treated: 'Do they go to the clinic for medicine now?',
  certified: 'Do they have a disability card?',
  severe: 'Does the card say grade 1 or 2?',
  hasMinimumLiving: 'Do they receive the living allowance now?',
  hasExtremeHardship: 'Do they have support in extreme hardship now?',
};

export const COST_ORIGINS = {
  unknown: 'Unknown',
  elsewhere: 'From elsewhere',
  homeless: 'Without a home',
  threeNo: 'No means, income or family',
};

export const COST_ITEMS = {
  treatment: 'Treatment',
  travel: 'Travel',
  board: 'Board and lodging',
  helpers: 'Those who escorted',
  other: 'Other costs of an escort',
};

export const COST_STATES = {
  proposed: 'To be reviewed',
  reviewed: 'To be paid',
  paid: 'Use to be looked into',
  supervised: 'Done',
  returned: 'Sent back',
};

export const COST_ACTS = {
  proposed: 'Proposed',
  reviewed: 'Reviewed',
  returned: 'Sent back',
  paid: 'Paid',
  supervised: 'Looked into',
};
