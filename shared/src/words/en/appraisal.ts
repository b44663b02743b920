export const DUTY_CLAUSES = {
  medication: 'See that medicine is taken',
  observation: 'Watch daily and keep the handbook',
  reporting: 'Report changes, absence and harm in time',
  visits: 'Take part in home visits',
  treatment: 'Help with hospital and coming home',
  rehabilitation: 'Help with rehabilitation',
  noAbuse: 'No abuse, no abandonment, no locking in',
};

export const APPRAISAL_STATES = {
  gathering: 'Being gathered',
  proposed: 'Waits for two people',
  decided: 'Decided, open to objection',
  objected: 'Objection, being looked at',
  answered: 'Objection answered',
  final: 'In force',
};

export const APPRAISAL_OUTCOMES = {
  full: 'In full',
  partial: 'In part',
  zero: 'Nothing',
};

export const PROPOSALS = {
  full: 'Proposed in full',
  review: 'To be looked at',
};

export const OBJECTION_WAYS = {
  self: 'The guardian',
  village: 'The village for the guardian',
};

export const OBJECTION_LEVELS = {
  township: 'township',
  county: 'county',
};

export const OBJECTION_STATES = {
  open: 'being looked at',
  upheld: 'upheld, appraised anew',
  refused: 'decision kept',
  passed: 'not answered in time, passed to the level above',
};

export const OBJECTION_OUTCOMES = {
  upheld: 'Objection upheld, appraise anew',
  refused: 'Keep the decision',
};

export const YEAR_STOP_STATES = {
  proposed: 'Waits for a second person',
  decided: 'Stopped',
  withdrawn: 'Not stopped',
};
