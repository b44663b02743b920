import { RateLimit } from './rate-limit.ts';

it('allows so many of one key in any second, and of another key as many again', () => {
  const limit = new RateLimit(3);
  expect([0, 10, 20].map(now => limit.allows('a', now))).toEqual([true, true, true]);
  expect([30, 999].map(now => limit.allows('a', now))).toEqual([false, false]);
  expect(limit.allows('b', 30)).toBe(true);
});

it('lets a new one in as soon as the oldest is a second ago', () => {
  const limit = new RateLimit(2);
  expect([0, 500, 999, 1_000, 1_001, 1_500].map(now => limit.allows('a', now))).toEqual([true, true, false, true, false, true]);
});
