import { counted } from '../../kernel/english.ts';

export const HANDLING_STATES = {
  open: 'Under way',
  closing: 'Waits for the other side',
  closed: 'Closed',
};

export const CLOSING_PARTS = {
  doctor: 'Mental-health doctor',
  police: 'Police',
};

export const STEP_STATES = {
  waiting: 'Open',
  taken: 'Somebody is on it',
  done: 'Done',
  notNeeded: 'Not needed',
};

export const MEASURES = {
  onSite: 'Treated on the spot',
  observedInClinic: 'Observed in the clinic',
  emergencyAdmission: 'Emergency admission',
  consultation: 'Consultation',
  other: 'Other',
};

export const HANDLING_EFFECTS = {
  1: 'Recovered',
  2: 'Better',
  3: 'No change',
  4: 'Worse',
};

export const ENTRY_KINDS = {
  step: 'Step',
  note: 'What happened',
  people: 'Who came',
  measure: 'Measure',
  restraint: 'Protective restraint',
  harm: 'Injuries and losses',
  diagnosis: 'Diagnosis and effect',
  observation: 'Watching afterwards',
};

export const INCIDENT_POST_LABELS = {
  lead: 'Village lead',
  police: 'Village police officer',
  doctor: 'Mental-health doctor',
  securityOfficer: 'Security officer',
  gridWorker: 'Grid worker',
  socialAffairsOffice: 'Social affairs office',
  townshipLead: 'Township lead',
  politicalLegalCommittee: 'Political and legal member',
  onDuty: 'Who is on duty',
};

export const RECEIPT_STATES = {
  vacant: 'Nobody there',
  notTold: 'Not reached yet',
  told: 'Told',
  read: 'Has seen it',
  acknowledged: 'Has answered',
};

export const OTHER_CONTACTS = {
  reporter: 'Reporter',
  guardian: 'Guardian',
};

export const UNFILED_SOURCES = {
  seen: 'Seen by the reporter',
  bystander: 'Told by others',
};

export const UNFILED_OUTCOMES = {
  clue: 'Kept as a clue for screening',
  closed: 'Closed, personal information erased',
  joined: 'The same matter as another, joined',
};

export const INCIDENT_STATES = {
  open: 'Waits for an answer',
  acknowledged: 'Somebody has answered',
};

export const HANDLING_SAID = {
  step: (step: string, state: string, reason: string | undefined) => `${step}: ${state}${reason === undefined ? '' : ` (${reason})`}`,
  restraint: (reason: string, minutes: number | undefined) =>
    `${reason}; ${minutes === undefined ? 'not ended yet' : `for ${counted(minutes, 'minute')}`}`,
  harm: (injured: number, dead: number, yuan: string) => `${injured} injured, ${dead} dead, loss ${yuan} yuan`,
  diagnosis: (diagnosis: string, effect: string) => `${diagnosis}; effect: ${effect}`,
  calm: 'Calm',
  notCalm: 'Not calm yet',
  listMark: ', ',
  clauseMark: '; ',
};

export const CLOCK_SAID = {
  answered: (minutes: number) => `Somebody answered ${counted(minutes, 'minute')} after the report`,
  unanswered: (minutes: number) => `${counted(minutes, 'minute')} passed, nobody has answered yet`,
  tellingMore: (passed: string) => `${passed}; more people are being told`,
  tellsMoreIn: (passed: string, minutes: number) => `${passed}; more people are told in ${counted(minutes, 'minute')}`,
};
