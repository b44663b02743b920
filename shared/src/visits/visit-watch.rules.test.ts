import { SHIPPED_VISIT_WORK as policy } from '../policy/visit-work.shipped.ts';
import { isWatched, needsTwo, watchTimes } from './visit-watch.rules.ts';

const now = new Date('2026-06-15T10:00:00+08:00');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

it.each([
  [0, true],
  [-5, true],
  [10, true],
  [10.01, false],
  [600, false],
])('a check-in of %d minutes ago is watched: %s', (minutes, watched) => {
  expect(isWatched(ago(minutes), now)).toBe(watched);
});

it('asks after the policy’s minutes, for help after some more, and the offices after as many again', () => {
  const { asksAt, helpAt, officeAt } = watchTimes(now, { ...policy, checkOutMinutes: 60, helpAfterMinutes: 5 });
  expect([ago(-60), ago(-65), ago(-70)]).toEqual([asksAt, helpAt, officeAt]);
});

it.each([
  [null, false],
  [0, false],
  [2, false],
  [3, true],
  [5, true],
] as const)('risk %s asks for two: %s', (risk, two) => {
  expect(needsTwo(risk, policy)).toBe(two);
});
