import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import type { CarePart } from './care-part.rules.ts';
import { datesAfterChange, dueAfterPause } from './pause.rules.ts';

const today = calendarDate('2026-06-15');

describe('the first visit after a pause', () => {
  it.each([
    [3, null, 3],
    [90, null, 14],
    [90, addDays(today, 5), 5],
    [7, addDays(today, 60), 7],
    [90, addDays(today, -3), -3],
  ])('with an interval of %i days and a running date %s is due %i days after the return', (interval, running, days) => {
    expect(dueAfterPause(interval, today, running)).toBe(addDays(today, days));
  });
});

describe('what begins anew', () => {
  const home: CarePart[] = ['clinical', 'watch', 'medication', 'contact'];
  const hospital: CarePart[] = ['telephone', 'contact'];
  const custody: CarePart[] = ['contact'];
  const dues = [
    { seat: 'doctor' as const, countedFrom: addDays(today, -60), dueOn: addDays(today, 30) },
    { seat: 'gridWorker' as const, countedFrom: addDays(today, -60), dueOn: addDays(today, -57) },
  ];
  const days = (before: CarePart[], after: CarePart[]) =>
    Object.fromEntries(datesAfterChange(dues, before, after, today).map(due => [due.seat, [due.countedFrom, due.dueOn]]));

  it.each([
    ['nothing, when nothing changes', home, home, {}],
    ['nothing, when everything pauses', home, custody, {}],
    ['the doctor’s telephone on the day of the visit', home, hospital, { doctor: [addDays(today, -60), addDays(today, 30)] }],
    [
      'everybody within two weeks of coming home',
      custody,
      home,
      { doctor: [today, addDays(today, 14)], gridWorker: [today, addDays(today, 3)] },
    ],
    [
      'a visit within two weeks after the telephone',
      hospital,
      home,
      { doctor: [addDays(today, -60), addDays(today, 14)], gridWorker: [today, addDays(today, 3)] },
    ],
    ['the telephone after a timer that stood', custody, hospital, { doctor: [today, addDays(today, 14)] }],
    ['nothing, when the file closes', home, [], {}],
  ])('%s', (_, before, after, expected) => {
    expect(days(before, after)).toEqual(expected);
  });
});
