import { guideOf } from './guidance.rules.ts';

const post = (personId: string, areaId: string, role: 'mentalHealthDoctor' | 'villageDoctor' = 'mentalHealthDoctor') => ({
  personId,
  areaId,
  role,
});

it.each([
  ['the county’s doctor before the township’s', [post('a', 'township'), post('b', 'county')], 'b'],
  ['the same one of several, in whatever order they come', [post('c', 'county'), post('b', 'county')], 'b'],
  ['the township’s where the county has none', [post('a', 'township'), post('b', 'elsewhere')], 'a'],
  ['nobody who is no such doctor', [post('a', 'county', 'villageDoctor')], null],
] as const)('guides: %s (YM-06)', (_, posts, expected) => {
  expect(guideOf(posts, 'county', 'township')).toBe(expected);
});
