export const DUTY_PERIODS = {
  month: 'each month',
  quarter: 'each quarter',
  halfYear: 'each half-year',
  year: 'each year',
};

export const PROOF_QUESTIONS = {
  visited: 'People with a visit on record',
  examined: 'People examined within a year',
  reviewed: 'People reviewed within half a year',
  lostReported: 'Written reports of people who could not be found',
  referred: 'Referrals with a result',
  refilled: 'Refills in time',
  caseTeams: 'Case teams reviewed in time',
  handled: 'Incidents with a finished record',
  drilled: 'Drills',
  rehabilitated: 'Rehabilitation programmes with activities',
  met: 'Regular meetings',
  agreements: 'Agreements signed by both sides',
  paid: 'Rewards paid to guardians',
  staffed: 'People with a lead, a doctor and a police officer',
  exchanged: 'Monthly exchanges that were signed',
  guided: 'Guidance visits',
  publicised: 'Publicity and lectures',
  livingRelief: 'Applications for allowance, support or temporary relief with a result',
  disabledRelief: 'Applications for nursing subsidy or outpatient remainder with a result',
  certificates: 'Applications for a disability certificate with a result',
  medicalRelief: 'Applications for medical relief or insurance subsidy with a result',
  specialOutpatient: 'Applications for special outpatient care with a result',
  legallyHelped: 'Legal advice, aid and assessment brought to an end',
};

export const DUTY_VERDICTS = {
  fulfilled: 'Fulfilled',
  lacking: 'Lacking',
  nothing: 'Nothing happened',
};

export const LETTER_STATES = {
  open: 'To be answered',
  answered: 'Answered',
  closed: 'Closed',
};
