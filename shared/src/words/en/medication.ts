import { counted } from '../../kernel/english.ts';

export const MEDICATION_ANSWERS = {
  taken: 'All taken',
  partly: 'Not all taken',
  notTaken: 'None taken',
};

export const NOT_TAKEN_REASONS = {
  forgot: 'Forgot',
  refused: 'Did not want to',
  sideEffect: 'It disagreed',
  ranOut: 'Ran out',
  doctorStopped: 'The doctor stopped it',
  other: 'Other',
};

export const REGIMEN_SOURCES = {
  registration: 'Assumed when the file was opened, drugs unknown',
  visit: 'A visit found that medicine is taken, drugs unknown',
  doctor: 'Entered by a doctor',
};

export const REGIMEN_END_REASONS = {
  recovered: 'Stable; stopped by the doctor',
  sideEffect: 'Reaction; stopped by the doctor',
  bodilyIllness: 'Bodily illness or pregnancy; paused',
  other: 'Other reasons; stopped by the doctor',
};

export const REGULARITIES = {
  regular: 'regular',
  intermittent: 'intermittent',
  notTaking: 'not taking it',
  unknown: 'unclear: too many days not confirmed',
  tooShort: 'unclear: too few days',
};

export const ARRIVALS = {
  fetched: 'Fetched by the family',
  delivered: 'Delivered to the home',
};

export const DOSE_SAID = {
  injected: (weeks: number, mg: number) => `injected every ${counted(weeks, 'week')}, ${mg} mg`,
  morning: 'morning',
  noon: 'noon',
  evening: 'evening',
  dose: (time: string, mg: number) => `${time} ${mg} mg`,
  commaMark: ', ',
};
