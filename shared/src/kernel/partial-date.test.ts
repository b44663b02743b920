import fc from 'fast-check';
import { addDays, calendarDate } from './calendar-date.ts';
import { isPartialDate, mayBeSame, partialDate, partialInWords, readPartialDate, surelyBefore, wholeDay } from './partial-date.ts';

it.each(['1998', '1998-03', '1998-03-05', '2000-02-29', '1900', '2199-12-31'])('takes %s as it is', text => {
  expect(isPartialDate(text)).toBe(true);
  expect(partialDate(text)).toBe(text);
});

it.each(['', '98', '1899', '2200', '1998-13', '1998-00', '1998-3', '1998-02-29', '1998-03-05T00:00', '不详'])('refuses %s', text => {
  expect(isPartialDate(text)).toBe(false);
  expect(() => partialDate(text)).toThrow(RangeError);
});

it('says no more than is known', () => {
  expect(partialInWords(partialDate('1998'))).toBe('1998年');
  expect(partialInWords(partialDate('1998-03'))).toBe('1998年3月');
  expect(partialInWords(partialDate('1998-03-05'))).toBe('1998年3月5日');
});

it.each([
  ['1998', '1998'],
  ['1998年', '1998'],
  ['1998.3', '1998-03'],
  ['1998年3月', '1998-03'],
  ['199803', '1998-03'],
  ['1998/3/5', '1998-03-05'],
  ['1998年3月5日', '1998-03-05'],
  ['１９９８-03-05', '1998-03-05'],
  ['19980305', '1998-03-05'],
])('reads %s as people type it', (typed, date) => {
  expect(readPartialDate(typed)).toBe(date);
});

it.each(['', '98年', '1998-13', '1998-2-30', '约1998年', '1998-3-5-1'])('does not guess %s', typed => {
  expect(readPartialDate(typed)).toBeNull();
});

it('compares only what both know', () => {
  const [year, month, day] = ['1998', '1998-03', '1998-03-05'].map(partialDate) as [never, never, never];
  expect([mayBeSame(year, month), mayBeSame(month, day), mayBeSame(day, partialDate('1998-03-06'))]).toEqual([true, true, false]);
  expect([surelyBefore(year, partialDate('1999-01')), surelyBefore(year, month), surelyBefore(month, day)]).toEqual([true, false, false]);
  expect(surelyBefore(partialDate('1998-02'), day)).toBe(true);
});

it('is sure of an order exactly when no day of the one can be on or after a day of the other', () => {
  const base = calendarDate('1998-01-15');
  const some = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom(4, 7, 10)).map(([days, known]) => ({
    day: wholeDay(addDays(base, days)),
    date: partialDate(addDays(base, days).slice(0, known)),
  }));
  fc.assert(
    fc.property(some, some, (a, b) => {
      if (surelyBefore(a.date, b.date)) expect(a.day < b.day).toBe(true);
      if (a.day === b.day) expect(mayBeSame(a.date, b.date)).toBe(true);
      expect(Number(surelyBefore(a.date, b.date)) + Number(surelyBefore(b.date, a.date)) + Number(mayBeSame(a.date, b.date))).toBe(1);
    }),
  );
});
