import fc from 'fast-check';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { quietUntil } from './quiet-hours.rules.ts';

const policy = SHIPPED_POLICIES.reminder; // 21:00 to 07:00
const at = (time: string) => new Date(`2026-06-15T${time}+08:00`);

it.each([
  ['20:59:59', null],
  ['21:00:00', '2026-06-15T23:00:00.000Z'],
  ['23:59:59', '2026-06-15T23:00:00.000Z'],
  ['00:00:00', '2026-06-14T23:00:00.000Z'],
  ['06:59:59', '2026-06-14T23:00:00.000Z'],
  ['07:00:00', null],
  ['12:00:00', null],
])('at %s it is quiet until %s', (time, until) => {
  expect(quietUntil(policy, at(time))?.toISOString() ?? null).toBe(until);
});

it.each([
  ['12:29:59', false],
  ['12:30:00', true],
  ['13:59:59', true],
  ['14:00:00', false],
])('within one day, at %s: %s', (time, quiet) => {
  expect(quietUntil({ ...policy, quietFrom: '12:30', quietUntil: '14:00' }, at(time)) !== null).toBe(quiet);
});

it('equal ends mean no quiet hours; what waits, waits for less than a day and is then not quiet', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(clock, clock, fc.integer({ min: 0, max: 86_399 }), (quietFrom, until, second) => {
      const now = new Date(at('00:00:00').getTime() + second * 1000);
      const own = { ...policy, quietFrom, quietUntil: until };
      const end = quietUntil(own, now);
      if (quietFrom === until) expect(end).toBeNull();
      if (end === null) return;
      expect(end.getTime() - now.getTime()).toBeLessThan(86_400_000);
      expect(quietUntil(own, end)).toBeNull();
    }),
  );
});
