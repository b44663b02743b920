export const TASK_KINDS = {
  medicationConfirmation: 'Confirm today’s medicine',
  visit: 'Home visit',
  call: 'Telephone',
  caseReview: 'Review of a case',
  riskReview: 'Risk assessment',
  healthExam: 'Health check',
  outcome: 'Find out the outcome',
  unlock: 'Unlock and treat',
  injection: 'Long-acting injection',
  refill: 'Medicine runs out soon',
  rollCall: 'Daily roll-call',
  incidentRecord: 'Write the handling record',
  observation: 'Look in afterwards',
  rediagnosis: 'Diagnosis due again',
  dischargeReceipt: 'Take over after discharge',
  search: 'Missing: search and written report',
  appraisal: 'Appraisal',
  applicationReview: 'Review a reward application',
  applicationOpinion: 'Opinion on a reward application',
  relief: 'Apply for relief',
  reliefRenewal: 'Relief ends soon, renew it',
  concernReview: 'Look into a confidential report',
  openingReview: 'Review an emergency access',
  meetingDue: 'Hold the joint meeting',
  meetingDecision: 'Carry out a decision',
  supervision: 'Answer a supervision',
  legalMatter: 'A dispute or legal matter',
  exchangeList: 'Hand in this month’s list',
  villageRound: 'Answer for the village',
  guidance: 'Guidance of the township',
};

export const TASK_STATES = {
  open: 'To do',
  done: 'Done',
  cancelled: 'Cancelled',
  suspended: 'Paused',
};

export const CALL_REASONS = {
  medicationSilence: 'Medicine not confirmed for days',
  medicineNotTaken: 'Perhaps not taking medicine, or unwell with it: please ask',
  followUp: 'In hospital or away: visit by telephone instead',
  messageNotSent: 'A reminder did not arrive: please telephone',
  claimNotTold: 'Money can be collected and nobody could be told: please telephone',
  incident: 'The family calls for help: please telephone at once',
  rollCallMissing: 'No sign at today’s roll-call: please find them',
  visitHelp: 'A colleague has not reported safe after a visit: please telephone at once',
};

export const CALL_OUTCOMES = {
  reached: 'Reached',
  noAnswer: 'No answer',
};
