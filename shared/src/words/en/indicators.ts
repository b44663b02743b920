export const WARNING_KINDS = {
  medicineStopped: 'Medicine stopped',
  bandUp: 'Band went up',
  overdue: 'Visit overdue',
  missedVisits: 'Several visits met nobody',
  incidentCluster: 'Several incidents close together',
  guardianLost: 'No guardian',
};

export const WARNING_GRADES = {
  1: 'Watch',
  2: 'Warning',
  3: 'Urgent',
};

export const WARNING_STATES = {
  open: 'To be seen',
  acknowledged: 'Seen',
  closed: 'Dealt with',
  over: 'No longer so',
};

export const WARNING_ADVICE = {
  medicineStopped: 'Find out why it was stopped, and ask the doctor to look at the medicine',
  bandUp: 'Check the assessment, and plan visits by the new band',
  overdue: 'Send somebody to visit; whoever is away or cannot be found is recorded as such',
  missedVisits: 'Go at another time or send somebody else; ask the village and the family',
  incidentCluster: 'Ask the team to look at it together, and think of case management',
  guardianLost: 'Talk with the family and the village, and find a guardian',
};

export const QUESTION_LABELS = {
  detection: 'Found',
  management: 'In care',
  standardManagement: 'In care as the norm asks',
  medicated: 'On medicine',
  regularlyMedicated: 'Regularly on medicine',
  stable: 'Stable',
  faceVisited: 'Met in person',
  examined: 'Examined',
};

export const QUESTION_SAYS = {
  detection: 'People on file (without the dead and those who moved away) ÷ residents',
  management: 'People with at least one complete visit this year ÷ people on file',
  standardManagement: 'People whose intervals all kept to the national norm this year ÷ people on file',
  medicated: 'People who took medicine at the last visit, regularly or not ÷ people on file',
  regularlyMedicated: 'People who took it regularly at the last visit ÷ people on file',
  stable: 'People who were stable at the last complete visit ÷ people visited this year',
  faceVisited: 'People met in person at least once this year ÷ people on file',
  examined: 'People examined this year ÷ people on file',
};

export const KEY_GROUPS = {
  cameHome: 'Came home lately',
  withoutMedicine: 'Long without medicine',
  poor: 'Family in need',
  noGuardian: 'No guardian',
  weakGuardian: 'Guardian needs help',
};
