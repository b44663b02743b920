import { Twice } from './twice.ts';

it('takes a second touch for the first, and a later one for a wish', () => {
  const twice = new Twice();
  expect([twice.is('/a', 0), twice.is('/a', 599), twice.is('/a', 1199)]).toEqual([false, true, false]);
});

it('takes another page, or the same after going back, for a wish', () => {
  const twice = new Twice();
  expect([twice.is('/a', 0), twice.is('/b', 1), twice.is('/a', 2)]).toEqual([false, false, false]);
  twice.forget();
  expect(twice.is('/a', 3)).toBe(false);
});
