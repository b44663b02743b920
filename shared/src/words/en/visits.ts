import { counted } from '../../kernel/english.ts';

export const RECORD_SECTIONS = {
  outcome: 'Outcome of the visit',
  condition: 'Symptoms and risk',
  life: 'Sleep, meals and social function',
  safety: 'Dangerous acts and locking in',
  treatment: 'Hospital and medicine',
  referral: 'Referral and rehabilitation',
  local: 'Added by the county',
  decision: 'Class and next visit',
  note: 'Note',
};

export const SITUATIONS = {
  1: 'At home, as usual',
  2: 'At home, seldom goes out',
  3: 'Away for work or school',
  4: 'In hospital',
  5: 'Other',
};

export const QUICK_CONDITIONS = {
  1: 'Calm',
  2: 'Some changes',
  3: 'Clear relapse',
};

export const GUARDIAN_DUTIES = {
  1: 'Well looked after',
  2: 'Fairly looked after',
  3: 'Not enough',
  4: 'By nobody',
};

export const CONTROLS = {
  1: 'Under control',
  2: 'Out of control',
};

export const PLAIN_RISKS = {
  0: 'None of these',
  1: 'Shouting, threats',
  2: 'Breaks things at home, can be stopped',
  3: 'Breaks things anywhere, cannot be stopped',
  4: 'Keeps breaking things, hurting others or self',
  5: 'Hurts people with a weapon, sets fire',
};

export const REFERRAL_STATES = {
  sent: 'Referred',
  accepted: 'Taken by the hospital',
  done: 'Treated',
  answered: 'Feedback given',
  declined: 'Not taken',
  toCommunity: 'Waits for the community',
  inCommunity: 'In community rehabilitation',
  toldBack: 'The community has told back',
};

export const REFERRAL_STEPS = {
  accept: 'The hospital has taken the case',
  decline: 'The hospital has not taken it',
  finish: 'Treatment is finished',
  answer: 'Write the feedback',
  refer: 'Refer to community rehabilitation',
  join: 'Taken by the community',
  leave: 'Community rehabilitation has ended',
};

export const ALERT_STATES = {
  open: 'Open',
  closed: 'Dealt with',
};

export const ALERT_OUTCOMES = {
  unlocked: 'Unlocked, treatment arranged',
  notConfined: 'Looked into: not locked in',
};

export const CONCERN_KINDS = {
  abuse: 'Suspected abuse',
  abandonment: 'Suspected abandonment',
  moneyTaken: 'Money or things taken',
  other: 'Other harm to rights',
};

export const CONCERN_STATES = {
  open: 'To be looked into',
  closed: 'Closed',
};

export const OUTCOMES = {
  admitted: 'In hospital',
  treated: 'Treated as an outpatient, not in hospital',
  refused: 'Patient or family would not go',
  notArranged: 'Not arranged yet',
};

export const PRESENCE_STATES = {
  named: 'Waits to be confirmed',
  confirmed: 'Confirmed',
  disputed: 'Says they were not there',
};

export const LOST_REPORT_STATES = {
  draft: 'To be sent',
  issued: 'Sent',
  void: 'Heard of again, not sent',
};

export const PERIOD_STATES = {
  proposed: 'Waits for approval',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  endedEarly: 'Ended early',
};

export const PERIOD_PHASES = {
  proposed: 'Waits for another’s approval',
  ahead: 'Not begun yet',
  running: 'Running',
  over: 'Over',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

export const PERIOD_LEAVINGS = {
  over: 'The period is over',
  band: 'The band changed',
  care: 'In hospital, away or moved: visits pause or end',
};

export const ROLL_CALL_RESULTS = {
  seen: 'Seen',
  phoned: 'Telephoned',
  unreachable: 'Not reached',
};

export const VISIT_FLAGS = {
  noPlace: 'No place at the sign-in',
  farFromHome: 'Far from the usual place',
  tooFast: 'Filled in very soon after the sign-in',
  outsideHours: 'Outside the usual hours',
  sameTextAsLastTime: 'The same words as last time',
  tooCloseToAnother: 'Close to another sign-in of the same person',
};

export const RECORD_FORMS = {
  national: 'National visit record',
  quick: 'Grid worker’s quick record',
};

export const VISIT_FORMS = {
  1: 'Clinic',
  2: 'Home visit',
  3: 'Telephone',
};

export const RESPONDENTS = {
  1: 'The patient',
  2: 'Family or guardian',
  3: 'Others who know',
};

export const LOST_REASONS = {
  1: 'Away for work',
  2: 'Moved elsewhere',
  3: 'Missing',
  4: 'Not met three times in a row',
  5: 'Other',
};

export const MISSED_REASONS = {
  1: 'Nobody at home',
  2: 'The family did not allow it',
  3: 'The patient was out',
  4: 'No answer on the telephone',
  5: 'Roads or weather',
  6: 'Other',
};

export const DEATH_CAUSES = {
  1: 'Bodily illness',
  2: 'Suicide',
  3: 'Homicide',
  4: 'Accident',
  5: 'Complication of the mental disorder',
  6: 'Other',
};

export const FATAL_ILLNESSES = {
  1: 'Infectious and parasitic disease',
  2: 'Tumour',
  3: 'Heart disease',
  4: 'Cerebrovascular disease',
  5: 'Respiratory disease',
  6: 'Digestive disease',
  7: 'Other',
  8: 'Unknown',
};

export const SYMPTOMS = {
  1: 'Hallucinations',
  2: 'Hard to talk with',
  3: 'Suspicion',
  4: 'Moods swing',
  5: 'Odd behaviour',
  6: 'Excited, talks much',
  7: 'Hurts people, breaks things',
  8: 'Hopeless, tired of life',
  9: 'Walks off without reason',
  10: 'Talks and laughs to self',
  11: 'Withdrawn, idle',
  12: 'Other',
};

export const INSIGHTS = {
  1: 'Full',
  2: 'Partial',
  3: 'None',
};

export const CONDITIONS = {
  1: 'Good',
  2: 'Fair',
  3: 'Poor',
};

export const SOCIAL_FUNCTIONS = {
  selfCare: 'Self-care',
  housework: 'Housework',
  work: 'Work',
  learning: 'Learning',
  social: 'Being with others',
};

export const DANGEROUS_ACTS = {
  mildDisturbance: 'Slight disturbance',
  troubleMaking: 'Disturbance of the peace',
  seriousHarm: 'Grave harm',
  otherHarm: 'Other harmful acts',
  selfHarm: 'Self-harm',
  suicideAttempt: 'Attempted suicide',
};

export const CONFINEMENTS = {
  1: 'Not locked in',
  2: 'Locked in',
  3: 'No longer locked in',
};

export const HOSPITALISATIONS = {
  0: 'Never',
  1: 'In hospital now',
  2: 'Was in hospital, not now',
};

export const LAB_TESTS = {
  1: 'No',
  2: 'Yes',
};

export const ADHERENCES = {
  1: 'Regular, as ordered',
  2: 'Intermittent',
  3: 'None',
  4: 'None needed, as ordered',
};

export const ADVERSE_REACTIONS = {
  1: 'No',
  2: 'Yes',
  9: 'Does not apply',
};

export const EFFECTS = {
  1: 'Recovered',
  2: 'Better',
  3: 'No change',
  4: 'Worse',
  9: 'Does not apply',
};

export const REFERRALS = {
  1: 'No',
  2: 'Yes',
};

export const REHABILITATIONS = {
  1: 'Daily living',
  2: 'Vocational training',
  3: 'Learning',
  4: 'Social contact',
  5: 'Other',
};

export const VISIT_RESULTS = {
  done: 'Visited',
  missed: 'Not met',
  lost: 'Lost to follow-up',
  deceased: 'Deceased',
};

export const VISIT_STATES = {
  checkedIn: 'Signed in',
  recorded: 'Recorded',
};

export const NATIONAL_LABELS = {
  respondents: 'Who was met',
  symptoms: 'Symptoms now',
  symptomOther: 'Other symptoms',
  risk: 'Risk',
  insight: 'Insight',
  sleep: 'Sleep',
  appetite: 'Meals',
  functions: 'Social function',
  dangerousActs: 'Dangerous acts since last time',
  confinement: 'Locked in between the visits',
  hospitalisation: 'In hospital between the visits',
  lastDischargedOn: 'Last discharged on',
  labTest: 'Laboratory tests',
  labTestFound: 'Which tests, and the results',
  adherence: 'Takes medicine',
  adverseReaction: 'Reaction to medicine',
  adverseReactionWhat: 'Which reaction',
  acuteReaction: 'Is it acute and serious?',
  seriousIllness: 'Serious bodily illness?',
  effect: 'Effect of the treatment',
  drugs: 'Medicine taken',
  advisedDrugs: 'Medicine advised',
  referral: 'Referral',
  referralReason: 'Reason for the referral',
  referralTo: 'Referred to (hospital, department)',
  rehabilitation: 'Rehabilitation',
  rehabilitationOther: 'Other rehabilitation',
  stability: 'Class of this visit',
  overrideReason: 'Why not as proposed',
  nextDueOn: 'Next visit on',
};

export const NATIONAL_HELPS = {
  risk: 'The highest since the last visit',
  confinement: 'Locked in: those who protect rights are told too, and act at once',
  stability: 'The software only proposes; you decide',
  nextDueOn: 'Only if earlier than the rules say',
};

export const QUICK_LABELS = {
  respondents: 'Who was met',
  situation: 'How they live',
  condition: 'Condition',
  adherence: 'Medicine',
  guardianship: 'Looked after',
  control: 'Under control or not',
  risk: 'Any of these since last time',
  confinement: 'Shut or locked in?',
};

export const QUICK_HELPS = {
  risk: 'Choose the gravest; if you do not know, choose none',
  confinement: 'Locked in: those who protect rights are told too, and act at once',
};

export const HEAD_LABELS = {
  result: 'Did you meet them?',
  form: 'How',
  missedReason: 'Why were they not met',
  lostReason: 'Why were they lost',
  diedOn: 'Died on',
  deathCause: 'Cause of death',
  fatalIllness: 'Which bodily illness',
  note: 'Note',
};

export const NATIONAL_SAID = {
  level: (level: number) => `Level ${level}`,
};

export const SCORE_LABELS = {
  risk: 'Risk',
  guardianDuty: 'Looked after',
  medication: 'Treatment and medicine',
  symptoms: 'Symptoms',
  situation: 'How it is',
};

export const SYMPTOM_SCORES = {
  1: 'None',
  2: 'Some',
  3: 'Marked',
};

export const SITUATION_SCORES = {
  1: 'Calm',
  2: 'Changing',
  3: 'Out of control',
};

export const NO_WORK = {
  9: 'Does not apply',
};

export const LED_WORDS = {
  rightsAlert: {
    title: 'Those who protect rights are told',
    sub: 'Locked in: the township and the mental-health doctor see it; unlock and arrange treatment in time',
  },
  outcomeTask: {
    title: 'Find out within two weeks what came of it',
    sub: 'Unstable: a task reminds the mental-health doctor to fill in the outcome',
  },
  referral: { title: 'The referral is noted', sub: 'Taken, treated, feedback: go on writing in the referral' },
  lostReport: {
    title: 'Noted as lost to follow-up',
    sub: 'A written report lies at the township’s desk, which sends it to the political and legal committee and the police',
  },
};

export const ROLL_CALL_NOT_YET = {
  missing: 'Not called yet',
};

export const ANSWERS_SAID = {
  noneOf: 'none',
  nothing: 'none',
  yes: 'yes',
  no: 'no',
  listMark: ', ',
  clauseMark: '; ',
  morning: 'morning',
  noon: 'noon',
  evening: 'evening',
  rowIs: (row: string, answer: string) => `${row}: ${answer}`,
  times: (row: string, times: number) => `${row} ${counted(times, 'time')}`,
  dose: (time: string, mg: number) => `${time} ${mg} mg`,
  every: (weeks: number, mg: number | undefined) => `every ${counted(weeks, 'week')}${mg === undefined ? '' : ` ${mg} mg`}`,
};

export const WATCH_SAID = {
  lookFor:
    'Perhaps the phone only has no signal and cannot say that all is well. Telephone first; if nobody answers, go to this home, or ask whoever is nearest to go. If something is wrong, call 110.',
};
