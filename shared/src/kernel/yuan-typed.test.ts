import { yuan } from './fen.ts';
import { fenTyped } from './yuan-typed.ts';

it.each([
  ['600', 60_000],
  ['600.5', 60_050],
  ['600.05', 60_005],
  ['1,234.50', 123_450],
  ['８１２００元', 8_120_000],
  ['0.29', 29],
])('reads %s', (typed, fen) => {
  expect(fenTyped(typed)).toBe(fen);
});

it.each(['', '-5', '1.005', '1e3', '.5', '十元', '1.2.3'])('does not read %s', typed => {
  expect(fenTyped(typed)).toBeUndefined();
});

it('reads back every amount that is shown', () => {
  for (const fen of [0, 1, 10, 99, 100, 2_611_667, 99_999_999_999]) expect(fenTyped(yuan(fen))).toBe(fen);
});
