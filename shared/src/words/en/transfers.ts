export const OUT_STATES = {
  proposed: 'Waits for the other county',
  released: 'Handed over',
  rejected: 'Sent back by the other county',
  withdrawn: 'Taken back',
};

export const IN_STATES = {
  waiting: 'To be answered',
  accepted: 'Accepted, being handed over',
  takenOver: 'Taken over',
  rejected: 'Sent back',
  withdrawn: 'Taken back by the other county',
};
