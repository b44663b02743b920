import fc from 'fast-check';
import { isOverdue } from '../agenda/due.rules.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { levelsTold } from './overdue.rules.ts';

const policy = SHIPPED_POLICIES.reminder; // the lead after 1 day, the office after 3
const today = calendarDate('2026-06-15');

it.each([
  [1, []],
  [0, []],
  [-1, ['lead']],
  [-2, ['lead']],
  [-3, ['lead', 'office']],
  [-30, ['lead', 'office']],
] as const)('its last day in time is %i days from today: %j', (days, levels) => {
  expect(levelsTold(addDays(today, days), policy, today)).toEqual(levels);
});

it('nobody hears of a task that is still in time, whatever the policy says, and the office never before the lead', () => {
  fc.assert(
    fc.property(fc.integer({ min: -90, max: 30 }), fc.nat(30), fc.nat(30), (days, leadAfterDays, more) => {
      const own = { ...policy, leadAfterDays, officeAfterDays: leadAfterDays + more };
      const last = addDays(today, days);
      const levels = levelsTold(last, own, today);
      if (!isOverdue(last, today)) expect(levels).toEqual([]);
      if (levels.includes('office')) expect(levels).toContain('lead');
    }),
  );
});
