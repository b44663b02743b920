import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideSeatChange, type Sitting } from './seat-change.rules.ts';

const today = calendarDate('2026-06-15');
const sits = (personId: string, since: number, until: number | null = null): Sitting => ({
  personId,
  since: addDays(today, since),
  until: until === null ? null : addDays(today, until),
});
const change = (personId: string | null, from: number, sittings: readonly Sitting[], beside = false) =>
  decideSeatChange({ personId, from: addDays(today, from), beside }, sittings, today);
const granted = (end: readonly [string, number][], begin: [string, number] | null) => ({
  granted: true,
  value: {
    end: end.map(([personId, lastDay]) => ({ personId, lastDay: addDays(today, lastDay) })),
    begin: begin && { personId: begin[0], since: addDays(today, begin[1]) },
  },
});
const refused = (code: string) => ({ granted: false, code });

it.each([
  ['passes today: the other ends yesterday', change('new', 0, [sits('old', -30)]), granted([['old', -1]], ['new', 0])],
  ['passes in a week', change('new', 7, [sits('old', -30)]), granted([['old', 6]], ['new', 7])],
  ['passed last week, when the paper says so', change('new', -7, [sits('old', -30)]), granted([['old', -8]], ['new', -7])],
  ['from the day the other began, who then never was', change('new', -30, [sits('old', -30)]), granted([['old', -31]], ['new', -30])],
  ['cannot reach behind the beginning of whoever sits there', change('new', -31, [sits('old', -30)]), refused('TEAM_DAY_OUT_OF_RANGE')],
  ['takes the place of somebody who was to come', change('new', 3, [sits('next', 5)]), granted([['next', 2]], ['new', 3])],
  ['fills a vacancy', change('new', 0, []), granted([], ['new', 0])],
  ['leaves who is over by then alone', change('new', 0, [sits('old', -30, -1)]), granted([], ['new', 0])],
  ['shares the seat', change('new', 0, [sits('old', -30)], true), granted([], ['new', 0])],
  ['makes it vacant', change(null, 0, [sits('old', -30)]), granted([['old', -1]], null)],
  ['cannot make a vacancy vacant', change(null, 0, []), refused('SEAT_ALREADY_HELD')],
  ['does not seat somebody twice', change('old', 0, [sits('old', -30)]), refused('SEAT_ALREADY_HELD')],
  ['leaves one of two alone', change('old', 0, [sits('old', -30), sits('other', -30)]), granted([['other', -1]], null)],
  ['is arranged a year ahead', change('new', 366, []), granted([], ['new', 366])],
  ['and no further', change('new', 367, []), refused('TEAM_DAY_OUT_OF_RANGE')],
] as const)('%s', (_, decided, expected) => {
  expect(decided).toEqual(expected);
});
