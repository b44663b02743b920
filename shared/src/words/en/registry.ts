export const PATIENT_STATES = {
  suspected: 'Suspected',
  registered: 'Registered',
  inCare: 'In care',
  away: 'Away',
  lostToFollowUp: 'Lost to follow-up',
  missing: 'Missing',
  hospitalised: 'In hospital',
  inCustody: 'In custody',
  compulsoryMedical: 'Compulsory treatment',
  compulsoryDrugRehab: 'Compulsory detoxification',
  deceased: 'Deceased',
  movedOut: 'Moved away',
  notConfirmed: 'Not confirmed, closed',
  merged: 'Joined to another file',
};

export const SEXES = {
  male: 'Male',
  female: 'Female',
  unknown: 'Unknown',
  unstated: 'Not stated',
};

export const ECONOMIES = { 1: 'poor', 2: 'not poor', 3: 'unknown' };
export const HAVING = { 1: 'yes', 2: 'no' };
export const YES_OR_NO = { 1: 'yes', 0: 'no' };

export const MOVE_STATES = {
  waiting: 'To be answered',
  accepted: 'Accepted',
  rejected: 'Sent back',
  withdrawn: 'Taken back',
};
