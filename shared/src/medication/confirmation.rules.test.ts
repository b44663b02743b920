import fc from 'fast-check';
import { addDays, calendarDate, daysBetween, weekdayOf } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import {
  decideConfirmation,
  isBackfilled,
  latestSilent,
  latestToAsk,
  silentFrom,
  weekStrip,
  type ConfirmationFacts,
} from './confirmation.rules.ts';

const today = calendarDate('2026-03-01'); // a Sunday
const policy = SHIPPED_POLICIES.medication;
const facts: ConfirmationFacts = {
  on: today,
  today,
  regimen: { since: calendarDate('2026-01-01'), until: null },
  policy,
  answeredBy: null,
  personId: 'me',
};

describe('confirming a day', () => {
  it.each([
    [0, 'new'],
    [-1, 'new'],
    [-2, 'new'],
    [-3, 'CONFIRMATION_TOO_LATE'],
    [1, 'CONFIRMATION_TOO_EARLY'],
  ] as const)('%i days from today: %s', (days, expected) => {
    const decided = decideConfirmation({ ...facts, on: addDays(today, days) });
    expect(decided.granted ? decided.value : decided.code).toBe(expected);
  });

  it('across a leap day two days back are two days back', () => {
    const march = calendarDate('2028-03-01');
    expect(decideConfirmation({ ...facts, today: march, on: calendarDate('2028-02-29') }).granted).toBe(true);
    expect(decideConfirmation({ ...facts, today: march, on: calendarDate('2028-02-28') }).granted).toBe(true);
    expect(decideConfirmation({ ...facts, today: march, on: calendarDate('2028-02-27') }).granted).toBe(false);
  });

  it('one’s own answer is corrected, another’s stands', () => {
    expect(decideConfirmation({ ...facts, answeredBy: 'me' })).toEqual({ granted: true, value: 'correction' });
    expect(decideConfirmation({ ...facts, answeredBy: 'other' })).toEqual({ granted: false, code: 'CONFIRMED_BY_ANOTHER' });
  });

  it.each([
    ['2026-03-01', null, true],
    ['2026-03-02', null, false],
    ['2026-01-01', '2026-03-01', true],
    ['2026-01-01', '2026-02-28', false],
  ] as const)('medicine from %s to %s', (since, until, granted) => {
    const regimen = { since: calendarDate(since), until: until === null ? null : calendarDate(until) };
    expect(decideConfirmation({ ...facts, regimen }).granted).toBe(granted);
    if (!granted) expect(decideConfirmation({ ...facts, regimen })).toEqual({ granted: false, code: 'NO_MEDICINE_ORDERED' });
  });

  it('nobody takes what was not ordered', () => {
    expect(decideConfirmation({ ...facts, regimen: null })).toEqual({ granted: false, code: 'NO_MEDICINE_ORDERED' });
  });
});

describe('the week strip', () => {
  const wednesday = calendarDate('2026-02-25');
  const answers = new Map([
    [calendarDate('2026-02-23'), { answer: 'taken', why: null, backfilled: false, personId: 'me' } as const],
    [calendarDate('2026-02-24'), { answer: 'partly', why: 'forgot', backfilled: true, personId: 'other' } as const],
  ]);
  const week = {
    of: wednesday,
    today: wednesday,
    regimens: facts.regimen === null ? [] : [facts.regimen],
    policy,
    answers,
    guardianId: 'me',
  };

  it('runs from Monday to Sunday with what was said, what was not, and what is to come', () => {
    const days = weekStrip(week);
    expect(days.map(day => weekdayOf(day.on))).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日']);
    expect(days.map(day => day.state)).toEqual(['taken', 'partly', 'none', 'future', 'future', 'future', 'future']);
  });

  it('tells days without an order from days without an answer', () => {
    const regimen = { since: addDays(wednesday, -1), until: wednesday };
    expect(
      weekStrip({ ...week, regimens: [regimen], answers: new Map() })
        .map(day => day.state)
        .slice(0, 4),
    ).toEqual(['notAsked', 'none', 'none', 'future']);
    expect(
      weekStrip({ ...week, regimens: [], answers: new Map() })
        .map(day => day.state)
        .slice(0, 4),
    ).toEqual(['notAsked', 'notAsked', 'notAsked', 'future']);
  });

  it('is one order after another, whatever changed in between', () => {
    const regimens = [
      { since: addDays(wednesday, -1), until: null },
      { since: addDays(wednesday, -40), until: addDays(wednesday, -2) },
    ];
    const states = weekStrip({ ...week, regimens, answers: new Map() }).map(day => day.state);
    expect(states.slice(0, 4)).toEqual(['none', 'none', 'none', 'future']);
  });

  it('says why, and what was said afterwards', () => {
    expect(
      weekStrip(week)
        .map(day => [day.why, day.backfilled])
        .slice(0, 3),
    ).toEqual([
      [null, false],
      ['forgot', true],
      [null, false],
    ]);
  });

  it('offers today, and yesterday only where it is one’s own to correct', () => {
    expect(weekStrip(week).map(day => day.answerable)).toEqual([true, false, true, false, false, false, false]);
    const mine = { ...week, guardianId: 'other' };
    expect(weekStrip(mine).map(day => day.answerable)).toEqual([false, true, true, false, false, false, false]);
  });

  it('offers nothing to who may not confirm', () => {
    expect(weekStrip({ ...week, guardianId: null }).some(day => day.answerable)).toBe(false);
  });

  it('offers exactly what a confirmation would be granted for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), shift => {
        const of = addDays(wednesday, shift);
        for (const day of weekStrip({ ...week, of, answers: new Map() }))
          expect(day.answerable).toBe(daysBetween(day.on, wednesday) >= 0 && daysBetween(day.on, wednesday) <= 2);
      }),
    );
  });
});

describe('a silence', () => {
  it.each([
    [-3, false],
    [-4, true],
    [-5, true],
  ])('last answered %i days ago: the grid worker telephones %s', (days, call) => {
    expect(silentFrom(calendarDate('2026-01-01'), addDays(today, days)) <= latestSilent(policy, today)).toBe(call);
  });

  it('counts from the first day that was asked about when nobody ever answered', () => {
    const asked = (since: number) => silentFrom(addDays(today, since), null) <= latestSilent(policy, today);
    expect([asked(-2), asked(-3), asked(-4)]).toEqual([false, true, true]);
  });

  it('an answer from before the medicine was ordered is none', () => {
    expect(silentFrom(today, addDays(today, -30))).toBe(addDays(today, -1));
  });
});

it.each([
  [-2, false],
  [-3, true],
])('last answered %i days ago: the family is asked %s', (days, asked) => {
  expect(silentFrom(calendarDate('2026-01-01'), addDays(today, days)) <= latestToAsk(policy, today)).toBe(asked);
});

describe('an answer afterwards', () => {
  const at = (text: string) => new Date(`${text}+08:00`);
  it.each([
    ['2026-03-01T23:59:59', '2026-03-03T08:00:00', false], // tapped in time, sent when there was signal again
    ['2026-03-02T00:00:00', '2026-03-02T00:00:01', true],
    ['2026-03-05T12:00:00', '2026-03-01T12:00:00', false], // the phone's clock is wrong; ours says the day itself
    ['2026-02-20T12:00:00', '2026-03-02T12:00:00', false],
  ])('for 1 March tapped at %s and received at %s: %s', (tapped, received, marked) => {
    expect(isBackfilled(today, at(tapped), at(received))).toBe(marked);
  });
});
