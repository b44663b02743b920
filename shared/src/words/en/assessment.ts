export const RISK_MEANINGS = {
  0: 'None of the conduct of levels 1 to 5',
  1: 'Threatens or shouts, breaks nothing',
  2: 'Breaks things at home only, stops when talked to',
  3: 'Clearly breaks things anywhere, does not stop when talked to',
  4: 'Goes on breaking things or hurting people anywhere, does not stop (also self-harm, suicide)',
  5: 'Any violence against people with a weapon, arson or explosion, at home or in public',
};

export const CLASS_REASONS = {
  riskHigh: 'Risk level 3 or more',
  symptomsMarked: 'Marked symptoms',
  noInsight: 'No insight',
  acuteReaction: 'Acute reaction to medicine',
  seriousIllness: 'Serious bodily illness',
  riskSome: 'Risk level 1–2',
  symptomsSome: 'Some symptoms',
  insightPartial: 'Partial insight',
  functionPoor: 'Poor social function',
  adverseReaction: 'Reaction to medicine',
  nothingFound: 'Risk level 0, symptoms mostly gone, social function fair or good',
  notAllKnown: 'Some answers are missing: basically stable for now',
};

export const CYCLES = {
  riskReview: 'Risk assessment and review of the diagnosis',
  healthExam: 'Health check',
};

export const CYCLE_STATES = {
  overdue: 'Overdue',
  due: 'Due',
  done: 'Done',
  ahead: 'Not due yet',
};

export const BAND_PROPOSAL_STATES = {
  waiting: 'Waits for a second person',
  agreed: 'Agreed',
  refused: 'Refused',
  lapsed: 'Void, things changed',
};

export const ECG_FINDINGS = {
  normal: 'Normal',
  abnormal: 'Abnormal',
};

export const EXAM_LABELS = {
  systolic: 'Systolic pressure',
  diastolic: 'Diastolic pressure',
  weightKg: 'Weight',
  whiteCells: 'White cells',
  haemoglobin: 'Haemoglobin',
  platelets: 'Platelets',
  alt: 'ALT',
  glucose: 'Glucose',
};

export const EXAM_SAID = {
  outOfRange: (label: string, least: number, most: number, unit: string) => `${label} should be a number from ${least} to ${most} ${unit}`,
  bothPressures: 'Blood pressure needs both numbers',
  nothing: 'Please fill in something',
};
