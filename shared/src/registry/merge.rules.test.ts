import { decideSecondPerson, MERGE_STATES, moveMerge, type MergeState } from './merge.rules.ts';

const STATES = Object.keys(MERGE_STATES) as MergeState[];

it('is proposed, then merged or refused, and only what was merged is undone', () => {
  const moves = STATES.map(from => [from, ...(['approve', 'refuse', 'undo'] as const).map(event => moveMerge(from, event))] as const);
  const reached = moves.map(([from, ...decisions]) => [from, ...decisions.map(one => (one.granted ? one.value : null))]);
  expect(reached).toEqual([
    ['proposed', 'merged', 'refused', null],
    ['merged', null, null, 'undone'],
    ['refused', null, null, null],
    ['undone', null, null, null],
  ]);
});

it.each([
  [['a'], ['b'], true],
  [['a'], ['a'], false],
  // Who stands in for the proposer is no second person, nor is the one for whom was proposed.
  [['a'], ['b', 'a'], false],
  [['a', 'b'], ['b'], false],
])('proposed for %j, decided for %j', (proposedFor, standsFor, granted) => {
  expect(decideSecondPerson(proposedFor, standsFor).granted).toBe(granted);
});
