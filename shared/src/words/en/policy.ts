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
