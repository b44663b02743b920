export const MEETING_KINDS = {
  regular: 'Regular meeting',
  special: 'Special meeting',
};

export const MEETING_STATES = {
  planned: 'Planned',
  drafting: 'Minutes being written',
  countersigning: 'Being countersigned',
  issued: 'Issued',
  cancelled: 'Called off',
};

export const MATTER_SOURCES = {
  decisions: 'Earlier decisions not carried out',
  overdue: 'Overdue work',
  incidents: 'Incidents',
  bandsUp: 'Bands that went up',
  vacancies: 'Vacant posts',
  objections: 'Unanswered objections',
};

export const STANDS = {
  agree: 'Agrees',
  object: 'Objects',
};

export const DECISION_STATES = {
  open: 'Under way',
  done: 'Carried out',
};
