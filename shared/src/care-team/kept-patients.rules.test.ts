import { mayKeepNoMore } from './kept-patients.rules.ts';

const answered = new Date('2026-06-15T08:00:00+08:00');

it.each([
  ['2026-06-15T08:00:00+08:00', false],
  ['2026-06-18T08:00:00+08:00', false],
  ['2026-06-18T08:00:01+08:00', true],
  ['2026-06-12T08:00:00+08:00', false],
  ['2026-06-12T07:59:59+08:00', true],
])('72 hours, last answered on Monday at eight, now %s: must go %s', (now, gone) => {
  expect(mayKeepNoMore(answered, new Date(now), 72)).toBe(gone);
});
