import { actedAt } from './phone-clock.ts';

const now = new Date('2026-06-15T10:00:00+08:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const ago = (at: Date) => (at.getTime() - now.getTime()) / 60_000;

it.each([
  [0, 0],
  [-90, -90],
  [1, 0],
  [600, 0],
  [-7 * 24 * 60, -7 * 24 * 60],
  [-7 * 24 * 60 - 1, 0],
] as const)('what was tapped %i minutes from now counts %i minutes from now', (at, expected) => {
  expect(ago(actedAt(minutes(at).toISOString(), now))).toBe(expected);
});

it.each([
  [-31, -30],
  [-30, -30],
  [-29, -29],
] as const)('what was tapped %i minutes from now about something of half an hour ago counts %i minutes from now', (at, expected) => {
  expect(ago(actedAt(minutes(at).toISOString(), now, minutes(-30)))).toBe(expected);
});

it('counts as now what was sent at once', () => {
  expect(actedAt(undefined, now, minutes(-30))).toBe(now);
});
