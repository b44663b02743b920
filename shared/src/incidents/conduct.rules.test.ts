import { decideConduct, needsLookBack, proposedRisk } from './conduct.rules.ts';

it.each([
  ['mildDisturbance', null, 1],
  ['mildDisturbance', 1, null],
  ['troubleMaking', 2, 3],
  ['troubleMaking', 3, null],
  ['seriousHarm', 4, 5],
  ['seriousHarm', 5, null],
  ['otherHarm', 2, 3],
  ['selfHarm', 3, 4],
  ['selfHarm', 4, null],
  ['suicideAttempt', 0, 4],
  ['none', 0, null],
] as const)('%s with a rating of %s speaks for %s', (conduct, present, expected) => {
  expect(proposedRisk(conduct, present)).toBe(expected);
});

it.each([
  [{ conduct: 'troubleMaking', times: 1, as: 'police', risk: undefined }, ['police'], true],
  [{ conduct: 'troubleMaking', times: 1, as: 'police', risk: undefined }, ['doctor'], 'HANDLING_PART_NOT_YOURS'],
  [{ conduct: 'troubleMaking', times: 1, as: 'police', risk: 3 }, ['police'], 'CONDUCT_RISK_BY_DOCTOR'],
  [{ conduct: 'troubleMaking', times: 1, as: 'doctor', risk: 3 }, ['doctor'], true],
  [{ conduct: 'troubleMaking', times: 0, as: 'doctor', risk: undefined }, ['doctor'], 'CONDUCT_TIMES_WRONG'],
  [{ conduct: 'none', times: 1, as: 'doctor', risk: undefined }, ['doctor'], 'CONDUCT_TIMES_WRONG'],
  [{ conduct: 'none', times: 0, as: 'doctor', risk: undefined }, ['doctor'], true],
] as const)('%j of %j: %s', (decision, mayDecideAs, expected) => {
  const decided = decideConduct(decision, mayDecideAs);
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

it('looks back after serious harm only', () => {
  expect([needsLookBack('seriousHarm'), needsLookBack('troubleMaking')]).toEqual([true, false]);
});
