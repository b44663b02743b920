export const HANDLING_STEPS = {
  policeCalled: 'Call the police',
  firstResponse: 'First response',
  policeArrived: 'Police arrive',
  groupTold: 'Tell the township’s group',
  scene: 'On the scene',
  hospital: 'To hospital',
  aftermath: 'Aftermath',
};

export const STABILITIES = {
  unstable: 'Unstable',
  basicStable: 'Basically stable',
  stable: 'Stable',
};

export const POLICY_KINDS = {
  visit: 'Visit intervals and bands',
  visitForm: 'Further items of the visit record',
  visitWork: 'Signing in at a visit, and hints',
  specialPeriod: 'Special periods and daily roll-call',
  assessment: 'Intervals of assessment and health checks',
  caseTeam: 'Dates of case teams',
  medication: 'Confirming medicine',
  incident: 'Calls for help and who is told',
  handling: 'Joint handling, discharge, missing persons',
  reminder: 'When people are reminded',
  message: 'What reminders say',
  reward: 'Rewards',
  payout: 'Paying out',
  relief: 'Relief benefits',
  calendar: 'Working days',
  meeting: 'How often the group meets',
  guidance: 'How often a doctor comes for guidance',
  screening: 'Dates of screening and clues',
  rights: 'Requests, emergency access and exports',
  retention: 'How long data are kept',
  indicators: 'Indicators, assessment and warnings',
  exchange: 'Monthly exchange',
};

export const INJECTION_SEATS = {
  doctor: 'The doctor’s seat (mental-health or village doctor)',
  rehabCoordinator: 'Rehabilitation coordinator',
};

export const INCIDENT_KINDS = {
  fluctuation: 'Not as usual',
  threat: 'Shouting, threats',
  smashing: 'Breaking things',
  selfHarm: 'Hurting themselves',
  harmToOthers: 'Hurting others',
  missing: 'Gone, not found',
  other: 'Something else',
};

export const REWARD_CYCLES = {
  month: 'every month',
  quarter: 'every quarter',
  halfYear: 'every half-year',
  year: 'every year',
};
