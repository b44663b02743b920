import { calendarDate } from '../kernel/calendar-date.ts';
import { injectionsDue, nextInjectionOn } from './injection.rules.ts';

const day = calendarDate;
const since = day('2026-06-01');

it('counts whole weeks from the last time, across months and years', () => {
  expect(nextInjectionOn(4, day('2026-06-15'), since)).toBe('2026-07-13');
  expect(nextInjectionOn(2, day('2026-12-24'), since)).toBe('2027-01-07');
  expect(nextInjectionOn(4, null, since)).toBe(since);
});

it('gives every injected drug its own date, soonest first', () => {
  const monthly = { name: '棕榈酸帕利哌酮注射液', everyWeeks: 4, eachMg: 100 };
  const fortnightly = { name: '癸酸氟奋乃静注射液', everyWeeks: 2, eachMg: 25 };
  const given = [
    { drug: monthly.name, on: day('2026-06-01') },
    { drug: monthly.name, on: day('2026-05-04') },
    { drug: '别的药', on: day('2026-06-14') },
  ];
  expect(injectionsDue([monthly, { name: '利培酮片', morningMg: 1 }, fortnightly], since, given)).toEqual([
    { drug: fortnightly.name, eachMg: 25, dueOn: '2026-06-01' },
    { drug: monthly.name, eachMg: 100, dueOn: '2026-06-29' },
  ]);
  expect(injectionsDue([{ name: '利培酮片', morningMg: 1 }], since, given)).toEqual([]);
});
