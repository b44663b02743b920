import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { decideHold, type HoldFacts } from './hold.rules.ts';

const at = (text: string) => new Date(`2026-06-15T${text}+08:00`);
const now = at('18:00:00');
const hours = (count: number, extraMs = 0) => new Date(now.getTime() + count * 3_600_000 + extraMs);
const visit = { kind: 'visit', overdueAfter: calendarDate('2026-06-15') } as const;
const unlock = { ...visit, kind: 'unlock' } as const;
const medicine = { ...visit, kind: 'medicationConfirmation' } as const;
const hold = (more: Partial<HoldFacts>) =>
  decideHold({ kind: 'snooze', until: hours(1), now, task: visit, policy: SHIPPED_POLICIES.reminder, ...more });

it.each<[string, Partial<HoldFacts>, string | null]>([
  ['an hour', {}, null],
  ['not at all', { until: now }, 'HOLD_TOO_SHORT'],
  ['the most hours', { until: hours(24) }, null],
  ['a moment more', { until: hours(24, 1) }, 'HOLD_TOO_LONG'],
  ['a pause of the most days', { kind: 'pause', until: hours(14 * 24) }, null],
  ['a longer pause', { kind: 'pause', until: hours(14 * 24, 1) }, 'HOLD_TOO_LONG'],
  ['medicine until the evening', { task: medicine, until: at('23:59:59') }, null],
  ['medicine into the next day', { task: medicine, until: new Date('2026-06-16T00:00:00+08:00') }, 'HOLD_NOT_OF_MEDICINE'],
  ['unlocking until its last day is over', { task: unlock, kind: 'pause', until: new Date('2026-06-16T00:00:00+08:00') }, null],
  ['unlocking a moment longer', { task: unlock, kind: 'pause', until: new Date('2026-06-16T00:00:00.001+08:00') }, 'HOLD_NOT_OF_RIGHTS'],
  ['unlocking that is overdue', { task: { ...unlock, overdueAfter: calendarDate('2026-06-14') } }, 'HOLD_NOT_OF_RIGHTS'],
  ['medicine paused', { task: medicine, kind: 'pause' }, 'HOLD_NOT_OF_MEDICINE'],
])('%s', (_, more, code) => {
  const decision = hold(more);
  expect(decision.granted ? null : decision.code).toBe(code);
});
