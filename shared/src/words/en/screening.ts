export const CLUE_STATES = {
  open: 'To be checked',
  toReview: 'Waiting for a psychiatrist',
  registered: 'A file was opened',
  known: 'Has a file already',
  duplicate: 'The same person as another clue',
  notConfirmed: 'Not confirmed; closed',
  withdrawn: 'No clue; closed',
};

export const REPORTER_STATES = {
  waiting: 'The township will check it',
  goesOn: 'Checked; being seen to',
  ended: 'Dealt with',
};

export const CLUE_SOURCES = {
  visit: 'Going from house to house',
  public: 'Somebody said so',
  family: 'The family asked',
  institution: 'Hospital, welfare or relief',
  department: 'Police, justice or civil affairs',
  incident: 'A call for help',
};

export const WHEREABOUTS = {
  atHome: 'At home (school, work or rest)',
  inInstitution: 'In a hospital or institution',
  inCustody: 'In custody or prison',
  compulsoryDrugRehab: 'In compulsory drug rehabilitation',
  compulsoryMedical: 'In compulsory medical treatment',
  homeless: 'Without a home',
  unknown: 'Nobody knows where',
};

export const FINDINGS = {
  confirmed: 'Confirmed; a file is opened',
  suspected: 'Not certain yet; a file as suspected',
  notConfirmed: 'No; closed',
};

export const INFORMANT_REASONS = {
  askMore: 'To ask for more',
  findPerson: 'The person cannot be found without them',
  safety: 'Their own safety is at stake',
};

export const CLUE_QUESTIONS = {
  1: 'Has been in a psychiatric hospital and is at home now',
  2: 'Is locked up at home because of their mind',
  3: 'Often talks confusedly or says what others cannot follow or is not so',
  4: 'Often shouts, breaks things or hits people for no reason (not drunk)',
  5: 'Often talks or laughs to themselves; blank or strange look',
  6: 'Behaves strangely in public, untidy or even undressed',
  7: 'Very suspicious: others talk about them or mean them harm',
  8: 'Talks very much, always moving, runs about, meddles',
  9: 'Cold to others, silent, slow, lies down all day',
  10: 'Has tried to end their life or hurt themselves',
  11: 'Gives up school or work, does not go out or see anybody, for no reason',
};

export const CLUE_GROUPS = {
  1: 'Risk was rated 3 or higher since 2022',
  2: 'Was treated or helped in a hospital, welfare or compulsory-medical institution',
  3: 'Compulsory medical treatment was ordered',
  4: 'Was assessed by forensic psychiatry',
  5: 'Prone to incidents, was given relief, or has a certificate of mental disability',
  6: 'Somebody whom a department came across in its work',
};

export const CAMPAIGN_KINDS = { campaign: 'Campaign', round: 'Half-year round' };

export const STAGES = {
  plan: 'Planning',
  carryOut: 'Going round',
  fillGaps: 'Filling gaps',
  consolidate: 'Making it last',
};

export const PHASE_ENDS = { ahead: 'Not begun', over: 'Over' };

export const VILLAGE_ANSWERS = {
  nobody: 'Looked everywhere; nobody new',
  clues: 'Looked everywhere; clues handed in',
};

export const GAP_KINDS = { unanswered: 'No answer in time', other: 'Found at the self-check' };
