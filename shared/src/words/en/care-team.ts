export const HANDOVER_STATES = {
  proposed: 'Waits for agreement',
  done: 'Done',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

export const SEAT_LABELS = {
  lead: 'Lead',
  police: 'Village police officer',
  securityOfficer: 'Security officer',
  doctor: 'Mental-health doctor',
  rehabCoordinator: 'Rehabilitation coordinator',
  civilAffairs: 'Civil affairs cadre',
  gridWorker: 'Grid worker',
  guardian: 'Guardian',
};

export const NO_SEAT = {
  office: 'Office',
};
