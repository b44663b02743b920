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
