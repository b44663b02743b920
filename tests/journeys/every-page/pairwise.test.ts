import { pairwise, type Row } from './pairwise.ts';

const WAYS = { mode: ['normal', 'care'], theme: ['light', 'dark'] };
const MANY = ['today', 'me', 'visit', 'report', 'rights'].flatMap(page =>
  ['guardian', 'doctor', 'police'].filter((_, at) => page !== 'report' || at === 0).map(role => ({ page, role })),
);

const has = (rows: readonly Row[], wanted: Row): boolean =>
  rows.some(row => Object.entries(wanted).every(([factor, value]) => row[factor] === value));

it('opens everything once at least, in the order that was given', () => {
  expect(
    pairwise(MANY, WAYS)
      .slice(0, MANY.length)
      .map(({ page, role }) => ({ page, role })),
  ).toEqual(MANY);
});

it.each(['page', 'role'] as const)('brings every %s together with every way, and every way with every other', factor => {
  const rows = pairwise(MANY, WAYS);
  for (const value of new Set(MANY.map(each => each[factor])))
    for (const [way, values] of Object.entries(WAYS))
      for (const each of values) expect({ value, each, met: has(rows, { [factor]: value, [way]: each }) }).toMatchObject({ met: true });
  for (const mode of WAYS.mode) for (const theme of WAYS.theme) expect(has(rows, { mode, theme })).toBe(true);
});

it('opens what only one role opens twice and no more, each time in the other way', () => {
  const rows = pairwise([{ page: 'report', role: 'guardian' }], WAYS).slice(0, 2);
  expect(rows).toEqual([
    { page: 'report', role: 'guardian', mode: 'normal', theme: 'light' },
    { page: 'report', role: 'guardian', mode: 'care', theme: 'dark' },
  ]);
});

it('takes far fewer looks than everything in every way', () => {
  expect(pairwise(MANY, WAYS).length).toBeLessThan(MANY.length + 5);
});

it('gives the same rows every time, and none for nothing', () => {
  expect(pairwise(MANY, WAYS)).toEqual(pairwise(MANY, WAYS));
  expect(pairwise([], WAYS)).toEqual([]);
});
