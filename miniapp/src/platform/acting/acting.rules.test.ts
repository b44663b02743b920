import { sideOf, sidesOf } from './acting.rules.ts';

const of = (...names: (string | null)[]) => names.map(onBehalfOf => ({ onBehalfOf }));

it.each([
  ['nobody', of(), []],
  ['only their own', of(null, null), [null]],
  ['only for others, each once', of('试甲', '试乙', '试甲'), ['试甲', '试乙']],
  ['themselves first', of('试甲', null), [null, '试甲']],
])('knows for whom somebody acts: %s', (_, wards, sides) => {
  expect(sidesOf(wards)).toEqual(sides);
});

it('keeps to what was chosen until that is over, and begins with oneself', () => {
  expect(sideOf([null, '试甲'], '试甲')).toBe('试甲');
  expect(sideOf([null], '试甲')).toBeNull();
  expect(sideOf(['试甲', '试乙'], undefined)).toBe('试甲');
  expect(sideOf([], null)).toBeUndefined();
});
