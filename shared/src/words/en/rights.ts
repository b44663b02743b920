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

export const KEPT_GROUPS = {
  file: {
    what: 'The file',
    why: 'To know who it is and how to reach them; Mental Health Law Art. 55, 56, National Basic Public Health Services',
  },
  guardians: {
    what: 'Guardians and helpers',
    why: 'To reach the guardians and to share their duty; Civil Code Art. 28, Mental Health Law Art. 49',
  },
  team: { what: 'The team', why: 'One person, one team: to know who answers; National Basic Public Health Services' },
  consents: {
    what: 'Consents',
    why: 'Community care needs the consent of the patient or a guardian; Personal Information Protection Law Art. 13, 29',
  },
  medication: { what: 'Medicine ordered and confirmed', why: 'Guidance on taking medicine; Mental Health Law Art. 55' },
  visits: { what: 'Visits', why: 'Regular visits; Mental Health Law Art. 55, National Basic Public Health Services' },
  ratings: {
    what: 'Assessments and classes',
    why: 'They decide how often somebody comes and how to help; a doctor decides; National Basic Public Health Services',
  },
  incidents: { what: 'Calls for help and what followed', why: 'To help in time when there is danger; Mental Health Law Art. 28' },
  agreements: { what: 'Care agreements and appraisals', why: 'Rewards for care; document 2016 No. 1 of the central committee’s office' },
  payouts: { what: 'Payments', why: 'Paying and keeping accounts; Accounting Law, vouchers are kept for 30 years' },
  attachments: { what: 'Photos and scans', why: 'To keep proof; only those in charge look at them' },
  handedIn: {
    what: 'What a phone could not send and handed in later',
    why: 'So that nothing is lost when an account ends: an office takes it over or not; what it does not is erased when its time is over; Personal Information Protection Law Art. 19',
  },
  requests: { what: 'Requests and answers', why: 'To answer you; Personal Information Protection Law Art. 50' },
};

export const FILE_FIELDS = {
  name: 'name',
  idNumber: 'identity number',
  born: 'date of birth',
  sex: 'sex',
  phone: 'telephone',
  diagnosis: 'diagnosis',
};

export const READ_WORDS = {
  'patient-file': 'read the file',
  'patient-list': 'saw it in a list',
  'patient-search': 'saw it when searching by name',
  'phone-sync': 'kept it on a phone, for when there is no signal',
  'patient-record': 'read the whole file',
  'patient-history': 'read what was changed in the file',
  'patient-life': 'read the file’s timeline',
  'patient-duplicates': 'compared whether two are one person',
  'patient-located': 'looked which township has the file',
  merge: 'compared files to be joined',
  'merge-list': 'compared files to be joined',
  guardians: 'read who the guardians are',
  consents: 'read the consents',
  moves: 'read about a move',
  assessments: 'read the assessments',
  'due-assessments': 'saw it among assessments that are due',
  'band-proposals': 'compared how often to visit',
  'policy-preview': 'saw it when trying a change of policy',
  team: 'read the team and its telephone numbers',
  'medication-week': 'read how medicine is taken',
  standing: 'read assessment and class',
  visit: 'read a visit',
  'visit-list': 'read the visits',
  incident: 'read a call for help',
  'incident-list': 'saw it in the list of calls for help',
  'tasks-today': 'saw it among the tasks of the day',
  attachment: 'opened a photo or scan',
  'attachment-list': 'read the list of photos and scans',
  request: 'read a request',
  'request-list': 'saw it in the list of requests',
  'handed-in': 'compared what a phone had handed in',
  'handed-in-list': 'saw it among what phones had handed in',
  'break-glass-list': 'saw it when reviewing emergency access',
  export: 'downloaded an approved list',
  readers: 'read “who has read it”',
  kept: 'read “what is kept”',
  other: 'read something about it',
  emergency: 'opened the file in an emergency (with a reason, reviewed by the county)',
};

export const READERS = {
  self: 'The patient',
  guardian: 'A guardian',
  member: 'One of the team',
};
