export const DEPARTMENT_LABELS = {
  police: 'Police',
  health: 'Health',
  civilAffairs: 'Civil affairs',
  disabledFederation: 'Disabled persons’ federation',
};

export const ROUND_STATES = {
  open: 'Open',
  signed: 'Signed',
  lapsed: 'Not signed, lists erased',
};

export const DIFFERENCE_STATES = {
  open: 'To be answered',
  confirmed: 'The list is right',
  corrected: 'Corrected',
  disputed: 'In dispute',
};

export const NO_VALUE = { none: 'nothing on record' };

export const FIELD_LABELS = {
  status: 'State',
  address: 'Address',
  admission: 'In hospital',
  risk: 'Risk level',
  economy: 'Means',
  disability: 'Disability card',
  reward: 'Has the reward',
};

export const ADMISSIONS = { in: 'in hospital', out: 'not in hospital' };
export const RISKS = { 0: 'level 0', 1: 'level 1', 2: 'level 2', 3: 'level 3', 4: 'level 4', 5: 'level 5' };
