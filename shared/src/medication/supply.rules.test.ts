import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { firstOut, latestToRefill, refillDates, runsOutOn, type Dispensed, type Ordered } from './supply.rules.ts';

const day = calendarDate;
const NAME = '利培酮片';
const gift = (on: string, amount: Partial<Pick<Dispensed, 'totalMg' | 'days'>>, drug = NAME): Dispensed => ({
  on: day(on),
  drug,
  totalMg: null,
  days: null,
  ...amount,
});
const order = (since: string, until: string | null, morningMg: number | null, name = NAME): Ordered => ({
  since: day(since),
  until: until === null ? null : day(until),
  drugs: morningMg === null ? null : [{ name, morningMg }],
});

describe('the day on which medicine runs out', () => {
  it.each([
    ['ten days from the day itself', [gift('2026-06-01', { days: 10 })], [order('2026-01-01', null, 2)], '2026-06-11'],
    ['twenty milligrams at two a day', [gift('2026-06-01', { totalMg: 20 })], [order('2026-01-01', null, 2)], '2026-06-11'],
    ['a rest that makes no whole dose', [gift('2026-06-01', { totalMg: 21 })], [order('2026-01-01', null, 2)], '2026-06-11'],
    ['quarters of a milligram add up', [gift('2026-06-01', { totalMg: 1 })], [order('2026-01-01', null, 0.1)], '2026-06-11'],
    [
      'a gift before the last one is used up is added',
      [gift('2026-06-01', { days: 10 }), gift('2026-06-08', { days: 10 })],
      [order('2026-01-01', null, 2)],
      '2026-06-21',
    ],
    [
      'a gift after a gap begins on its own day',
      [gift('2026-06-01', { days: 5 }), gift('2026-06-20', { days: 5 })],
      [order('2026-01-01', null, 2)],
      '2026-06-25',
    ],
    [
      'twice the dose lasts half as long',
      [gift('2026-06-01', { totalMg: 40 })],
      [order('2026-01-01', '2026-06-10', 2), order('2026-06-11', null, 4)],
      '2026-06-16',
    ],
    [
      'a pause uses nothing',
      [gift('2026-06-01', { days: 10 })],
      [order('2026-01-01', '2026-06-05', 2), order('2026-06-11', null, 2)],
      '2026-06-16',
    ],
    [
      'an order without names counts days',
      [gift('2026-06-01', { days: 10, totalMg: 500 })],
      [order('2026-01-01', null, null)],
      '2026-06-11',
    ],
    [
      'an order that is named later was the usual one',
      [gift('2026-06-01', { totalMg: 40 })],
      [order('2026-01-01', '2026-06-10', null), order('2026-06-11', null, 2)],
      '2026-06-21',
    ],
    ['medicine given ahead waits', [gift('2026-06-01', { days: 5 })], [order('2026-06-11', null, 2)], '2026-06-16'],
    ['nothing was given', [], [order('2026-01-01', null, 2)], null],
    ['nothing is ordered any more', [gift('2026-06-01', { days: 10 })], [order('2026-01-01', '2026-06-05', 2)], null],
    ['another drug', [gift('2026-06-01', { days: 10 }, '奥氮平片')], [order('2026-01-01', null, 2)], null],
  ] as const)('%s', (_, gifts, orders, expected) => {
    expect(runsOutOn(NAME, gifts, orders)).toBe(expected);
  });

  it('is what somebody who counts tablets every morning finds', () => {
    const start = day('2026-01-01');
    const gifts = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 80 })), { minLength: 1, maxLength: 5 });
    // Orders follow each other, some of them pauses.
    const orders = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 0.5, 1, 1.25, 3)), { maxLength: 4 });
    fc.assert(
      fc.property(gifts, orders, fc.constantFrom(0.5, 1, 2), (given, phases, last) => {
        let on: CalendarDate = start;
        const made: Ordered[] = [];
        for (const [length, mg] of phases) {
          if (mg > 0) made.push({ since: on, until: addDays(on, length - 1), drugs: [{ name: NAME, eveningMg: mg }] });
          on = addDays(on, length);
        }
        made.push({ since: on, until: null, drugs: [{ name: NAME, eveningMg: last }] });
        const dispensed = given.map(([after, totalMg]): Dispensed => ({ on: addDays(start, after), drug: NAME, totalMg, days: null }));
        expect(runsOutOn(NAME, dispensed, made)).toBe(countEveryMorning(dispensed, made));
      }),
    );
  });

  it('comes never sooner for more medicine', () => {
    const many = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 60 }), (given, after) => {
        const orders = [order('2026-01-01', null, 2)];
        const gifts = given.map(([back, days]) => gift(addDays(day('2026-01-01'), back), { days }));
        const before = runsOutOn(NAME, gifts, orders) as string;
        const more = runsOutOn(NAME, [...gifts, gift(addDays(day('2026-01-01'), after), { days: 3 })], orders) as string;
        expect(more >= before).toBe(true);
      }),
    );
  });
});

/** The slow and obvious way. */
function countEveryMorning(dispensed: readonly Dispensed[], orders: readonly Ordered[]): CalendarDate {
  const last = dispensed.reduce((latest, { on }) => (on > latest ? on : latest), orders.at(-1)!.since);
  let left = 0;
  for (let today = day('2026-01-01'); ; today = addDays(today, 1)) {
    for (const one of dispensed) if (one.on === today) left += (one.totalMg ?? 0) * 1000;
    const need = (orders.find(one => one.since <= today && (one.until === null || today <= one.until))?.drugs?.[0]?.eveningMg ?? 0) * 1000;
    if (today >= last && left < need) return today;
    if (left >= need) left -= need;
  }
}

it('the first of several drugs to run out is the one that counts; what was never given out here is not known', () => {
  const present: Ordered = {
    since: day('2026-06-01'),
    until: null,
    drugs: [
      { name: NAME, morningMg: 2 },
      { name: '奥氮平片', eveningMg: 10 },
      { name: '苯海索片', morningMg: 2 },
      { name: '棕榈酸帕利哌酮注射液', everyWeeks: 4, eachMg: 100 },
    ],
  };
  const gifts = [gift('2026-06-01', { days: 30 }), gift('2026-06-01', { days: 14 }, '奥氮平片')];
  expect(firstOut(present, gifts, [present])).toBe('2026-06-15');
  expect(firstOut(present, [], [present])).toBeNull();
  expect(firstOut({ ...present, drugs: null }, gifts, [{ ...present, drugs: null }])).toBe('2026-06-15');
});

describe('fetching more', () => {
  const policy = SHIPPED_POLICIES.medication;
  it('begins the lead before the gap and is in time until the day before it', () => {
    expect(refillDates(day('2026-06-20'), policy)).toEqual({ dueOn: '2026-06-13', overdueAfter: '2026-06-19' });
    expect(refillDates(day('2026-06-20'), { refillLeadDays: 1 })).toEqual({ dueOn: '2026-06-19', overdueAfter: '2026-06-19' });
  });
  it('is planned from the very day on which it begins', () => {
    const runsOut = day('2026-06-20');
    for (let shift = -15; shift <= 15; shift++) {
      const today = addDays(runsOut, shift);
      expect(runsOut <= latestToRefill(today, policy)).toBe(today >= refillDates(runsOut, policy).dueOn);
    }
  });
});
