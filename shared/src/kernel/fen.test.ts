import fc from 'fast-check';
import { fen, NOTHING, share, sum, yuan, yuanGrouped } from './fen.ts';

const amount = fc.integer({ min: 0, max: 1_000_000_000_00 }).map(fen);

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', wrong => {
  expect(() => fen(wrong)).toThrow(RangeError);
});

it.each([
  [0, '0.00', '0.00'],
  [5, '0.05', '0.05'],
  [60_000, '600.00', '600.00'],
  [2_611_667, '26116.67', '26,116.67'],
  [-1_050, '-10.50', '-10.50'],
  [123_456_789_012, '1234567890.12', '1,234,567,890.12'],
])('writes %i fen as %s', (value, plain, grouped) => {
  expect([yuan(value), yuanGrouped(value)]).toEqual([plain, grouped]);
});

it('adds up', () => {
  expect(sum([])).toBe(NOTHING);
  expect(sum([fen(1), fen(2)])).toBe(3);
});

it.each([
  [20_000, 20, 30, 13_333],
  [1, 1, 2, 1],
  [1, 1, 3, 0],
  [100, 0, 31, 0],
  [100, 31, 31, 100],
])('takes of %i fen %i of %i parts: %i, half up', (whole, part, parts, result) => {
  expect(share(fen(whole), part, parts)).toBe(result);
});

it('never takes more than the whole, and is off by half a fen at most', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 366 }), fc.nat(366), (whole, parts, part) => {
      const taken = share(whole, Math.min(part, parts), parts);
      return taken <= whole && Math.abs(taken * parts - whole * Math.min(part, parts)) * 2 <= parts;
    }),
  );
});
