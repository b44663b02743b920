import { IDLE_MS, isIdle } from './lock.rules.ts';

it.each([
  [0, false],
  [IDLE_MS - 1, false],
  [IDLE_MS, true],
  [-IDLE_MS, true],
  [-1, false],
])('%d ms after the last touch: covered %s', (after, covered) => {
  expect(isIdle(1_000_000, 1_000_000 + after, IDLE_MS)).toBe(covered);
});
