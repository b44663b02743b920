import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { GUARDIAN_RELATION_CODES } from './guardian-relation.rules.ts';
import { decideGuardian, decideGuardianDay, decideHelperDays, explainOrder, orderInWords, rankOfRelation } from './guardianship.rules.ts';

const today = calendarDate('2026-06-15');

it('puts every relation into the order of the Civil Code', () => {
  expect(Object.fromEntries(GUARDIAN_RELATION_CODES.map(code => [code, rankOfRelation(code)]))).toEqual({
    spouse: 1,
    parent: 2,
    child: 2,
    sibling: 3,
    grandparent: 3,
    grandchild: 3,
    otherRelative: 4,
    entrusted: 4,
    organisation: 4,
  });
});

it('says who of the others comes first', () => {
  expect(orderInWords(explainOrder('parent', ['child', null]))).toBe('第2顺序：父母、子女');
  expect(explainOrder('sibling', ['spouse', 'parent', 'parent', 'grandchild']).before).toEqual(['spouse', 'parent']);
  expect(orderInWords(explainOrder('sibling', ['spouse']))).toContain('另有顺序在前的监护人：配偶');
});

it.each([
  ['statutory', 'spouse', undefined, 'statutory'],
  ['statutory', 'otherRelative', undefined, 'GUARDIAN_PROOF_NEEDED'],
  ['statutory', 'otherRelative', '村委会同意书', 'statutory'],
  ['statutory', 'entrusted', '委托书', 'GUARDIAN_KIND_NOT_FITTING'],
  ['statutory', 'organisation', '文书', 'GUARDIAN_KIND_NOT_FITTING'],
  ['entrusted', 'entrusted', undefined, 'GUARDIAN_PROOF_NEEDED'],
  ['entrusted', 'sibling', '委托书', 'entrusted'],
  ['placed', 'organisation', '指定书', 'placed'],
  ['placed', 'child', undefined, 'GUARDIAN_PROOF_NEEDED'],
] as const)('%s by a %s with %s: %s', (kind, relation, proof, expected) => {
  const decided = decideGuardian({ kind, relation, proof });
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

it.each([
  [0, [], true],
  [1, [], false],
  [-366, [], true],
  [-367, [], false],
  [-2, [-2], true],
  [-2, [-1], false],
])('a guardianship that begins %i days from today, those it ends having begun %j days from today: %s', (days, began, granted) => {
  const decided = decideGuardianDay(
    addDays(today, days),
    today,
    began.map(each => addDays(today, each)),
  );
  expect(decided.granted).toBe(granted);
});

it.each([
  [0, undefined, true],
  [1, undefined, false],
  [-366, 0, true],
  [-367, 0, false],
  [0, -1, false],
])('a helper from %i to %s days from today: %s', (from, until, granted) => {
  const decided = decideHelperDays(addDays(today, from), until === undefined ? undefined : addDays(today, until), today);
  expect(decided.granted).toBe(granted);
});
