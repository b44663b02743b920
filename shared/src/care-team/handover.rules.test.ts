import type { Role } from '../access/access.terms.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { daysFit, decideHandover, type HeldPost } from './handover.rules.ts';

const today = calendarDate('2026-06-15');
const post = (role: Role, townshipId: string | null = 'town'): HeldPost => ({ role, townshipId });
const leave = { personId: 'worker', toId: 'colleague', from: today, until: addDays(today, 6) };

it.each([
  ['a grid worker to a colleague', [post('gridWorker')], [post('villageLead')], 'granted'],
  ['somebody with an office', [post('gridWorker'), post('financeOfficer')], [post('gridWorker')], 'HANDOVER_NEEDS_ADMINISTRATOR'],
  ['somebody without a post', [], [post('gridWorker')], 'HANDOVER_NOT_FITTING'],
  ['to another township', [post('gridWorker')], [post('gridWorker', 'far')], 'HANDOVER_NOT_FITTING'],
  ['to an office', [post('gridWorker')], [post('socialAffairsOfficer')], 'HANDOVER_NOT_FITTING'],
  ['to a person without a post', [post('gridWorker')], [], 'HANDOVER_NOT_FITTING'],
] as const)('%s: %s', (_, held, taker, expected) => {
  const decided = decideHandover(leave, held, taker, today);
  expect(decided.granted ? 'granted' : decided.code).toBe(expected);
});

it('is never to oneself', () => {
  expect(decideHandover({ ...leave, toId: 'worker' }, [post('gridWorker')], [post('gridWorker')], today)).toMatchObject({
    code: 'HANDOVER_NOT_FITTING',
  });
});

it.each([
  [0, 0, true],
  [0, 366, true],
  [0, 367, false],
  [-1, 3, false],
  [3, 2, false],
  [0, null, true],
  [1, null, false],
])('from day %s to day %s: %s', (from, until, fits) => {
  expect(daysFit({ from: addDays(today, from), until: until === null ? null : addDays(today, until) }, today)).toBe(fits);
});
