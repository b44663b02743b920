import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { isId } from '@guanhu/shared/kernel/ids';
import type { EntitlementKind } from '@guanhu/shared/payouts/payouts.terms';
import fc from 'fast-check';
import { entitlementId } from './entitlement-id.ts';

const key = fc.record({
  agreementId: fc.uuid(),
  from: fc.constantFrom('2026-01-01', '2026-04-01').map(calendarDate),
  kind: fc.constantFrom<EntitlementKind>('regular', 'supplement'),
  seq: fc.integer({ min: 1, max: 3 }),
});
type Key = typeof key extends fc.Arbitrary<infer K> ? K : never;
const idOf = ({ agreementId, from, kind, seq }: Key) => entitlementId(agreementId, from, kind, seq);

it('is the same for the same period of an agreement, whoever makes it, and another for every other', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(isId(idOf(a))).toBe(true);
      expect(idOf(a) === idOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
  const one = { agreementId: '01900000-0000-7000-8000-00000000000a', from: calendarDate('2026-01-01'), kind: 'regular', seq: 1 } as const;
  // Ids that were given stay: a changed derivation would lose what the platform knows.
  expect(idOf(one)).toBe('019b7523-3400-84f2-be9e-5ed0d46543f9');
  for (const other of [{ seq: 2 }, { kind: 'supplement' }, { from: calendarDate('2026-02-01') }] as const)
    expect(idOf({ ...one, ...other })).not.toBe(idOf(one));
});
