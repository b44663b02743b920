export const REQUEST_KINDS = {
  access: 'Look at it',
  copy: 'Copy',
  correction: 'Correct',
  objection: 'Object',
  complaint: 'Complain',
  deletion: 'Delete',
  withdrawConsent: 'Withdraw consent',
};

export const REQUEST_HINTS = {
  access: 'I want to see what is kept',
  copy: 'I want a copy of a record',
  correction: 'Something is wrong and should be corrected',
  objection: 'I disagree with a rating, a decision or an arrangement',
  complaint: 'I am not content with a worker or the service',
  deletion: 'Something should no longer be kept',
  withdrawConsent: 'I no longer agree to community care',
};

export const REQUEST_STATES = {
  open: 'Under way',
  answered: 'Answered',
  escalated: 'With the county',
  closed: 'Answered by the county',
};

export const REQUEST_OUTCOMES = {
  granted: 'Done as asked',
  partly: 'Done in part',
  refused: 'Refused',
};

export const REQUEST_WAYS = {
  self: 'The patient',
  guardian: 'The guardian',
  outside: 'Somebody outside the family',
};

export const PROOF_KINDS = {
  inPerson: 'The patient came and said so',
  writtenMandate: 'A mandate signed by the patient',
  committeeLetter: 'A letter of the village committee',
  lawyerLetter: 'A letter of a lawyer or legal aid',
};

export const EXPORT_CONTENTS = {
  patientList: 'List of people in care',
  responsibilityList: 'Responsibility list',
  diagnosisList: 'List of people to be diagnosed',
};

export const EXPORT_STATES = {
  requested: 'Waits for approval',
  approved: 'Approved',
  refused: 'Refused',
  expired: 'Expired',
};
