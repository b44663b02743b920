import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { careOn, pauseOn, stretchesOf, type CareHistory } from './care-history.rules.ts';
import { CONSENT_DECISIONS, type ConsentDecision } from './consent.terms.ts';
import { PATIENT_STATES, type PatientState } from './registry.terms.ts';

const day = (of: number) => addDays(calendarDate('2026-04-01'), of - 1);
const ATHOME: CareHistory = { state: 'inCare', turns: [], consents: [] };
const TO_HOSPITAL_AND_BACK: CareHistory = {
  state: 'inCare',
  turns: [
    { from: 'inCare', to: 'hospitalised', on: day(10) },
    { from: 'hospitalised', to: 'inCare', on: day(20) },
  ],
  consents: [],
};

describe('what went on', () => {
  it.each([
    [9, true],
    [10, false],
    [19, false],
    [20, true],
  ])('in hospital from the 10th, home on the 20th: on the %sth medicine was asked about: %s', (of, asked) => {
    expect(careOn(TO_HOSPITAL_AND_BACK, day(of)).includes('medication')).toBe(asked);
  });

  it.each([
    [9, true],
    [10, false],
    [14, false],
    [15, true],
  ])('withdrawn on the 10th, given again on the 15th: on the %sth: %s', (of, asked) => {
    const consents = [
      { decision: 'given', on: day(1) },
      { decision: 'withdrawn', on: day(10) },
      { decision: 'given', on: day(15) },
    ] as const;
    expect(careOn({ ...ATHOME, consents }, day(of)).includes('medication')).toBe(asked);
  });

  it('is, before the first turn, what the file was opened as', () => {
    const history: CareHistory = { state: 'inCare', turns: [{ from: 'registered', to: 'inCare', on: day(5) }], consents: [] };
    expect([day(4), day(5)].map(on => careOn(history, on).includes('medication'))).toEqual([false, true]);
  });

  it('lets the last of two turns of one day stand', () => {
    const turns = [
      { from: 'inCare', to: 'missing', on: day(10) },
      { from: 'missing', to: 'inCare', on: day(10) },
    ] as const;
    expect(stretchesOf('medication', { ...ATHOME, turns }, { from: day(1), to: day(30) })).toEqual([{ from: day(1), to: day(30) }]);
  });
});

describe('stretches of days', () => {
  it('leave out the pause, and end with the span', () => {
    expect(stretchesOf('medication', TO_HOSPITAL_AND_BACK, { from: day(1), to: day(30) })).toEqual([
      { from: day(1), to: day(9) },
      { from: day(20), to: day(30) },
    ]);
    expect(stretchesOf('medication', TO_HOSPITAL_AND_BACK, { from: day(10), to: day(19) })).toEqual([]);
    expect(stretchesOf('medication', ATHOME, { from: day(2), to: day(1) })).toEqual([]);
  });

  it('hold exactly the days on which it went on, and never touch each other', () => {
    const states = fc.array(fc.constantFrom(...(Object.keys(PATIENT_STATES) as PatientState[])), { minLength: 1, maxLength: 6 });
    const decisions = fc.array(
      fc.record({
        decision: fc.constantFrom(...(Object.keys(CONSENT_DECISIONS) as ConsentDecision[])),
        on: fc.integer({ min: -5, max: 40 }).map(day),
      }),
      { maxLength: 4 },
    );
    const days = fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(states, days, decisions, (life, on, consents) => {
        const sorted = [...on].sort((a, b) => a - b).map(day);
        const turns = life.slice(1).map((to, index) => ({ from: life[index] ?? 'inCare', to, on: sorted[index] ?? day(40) }));
        const history: CareHistory = { state: life.at(-1) ?? 'inCare', turns, consents };
        const stretches = stretchesOf('medication', history, { from: day(1), to: day(30) });
        for (let of = 1; of <= 30; of += 1) {
          const within = stretches.some(({ from, to }) => from <= day(of) && day(of) <= to);
          expect(within).toBe(careOn(history, day(of)).includes('medication'));
        }
        for (const [index, { from }] of stretches.entries()) {
          const before = stretches[index - 1];
          if (before !== undefined) expect(addDays(before.to, 1) < from).toBe(true);
        }
      }),
    );
  });
});

describe('why it paused', () => {
  const withdrawn = [{ decision: 'withdrawn', on: day(10) }] as const;
  it.each([
    ['inCare', [], null],
    ['inCare', withdrawn, 'noConsent'],
    ['hospitalised', [], 'elsewhere'],
    ['hospitalised', withdrawn, 'elsewhere'],
    ['registered', [], 'notInCare'],
    ['deceased', [], 'notInCare'],
    ['movedOut', withdrawn, 'notInCare'],
  ] as const)('%s, %j: %s', (state, consents, why) => {
    expect(pauseOn('medication', { state, turns: [], consents }, day(11))).toBe(why);
  });
});
