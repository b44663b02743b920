import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { CONSENT_DECISIONS, type ConsentDecision } from './consent.terms.ts';
import {
  careOf,
  decideStateChange,
  holdsWhenOvertaken,
  isClosed,
  isDiagnosed,
  nextStates,
  stateFoundBy,
  turnNeeds,
} from './patient-life.rules.ts';
import { FIRST_STATES, PATIENT_STATES, type PatientState } from './registry.terms.ts';

const today = calendarDate('2026-06-15');
const STATES = Object.keys(PATIENT_STATES) as PatientState[];
const state = fc.constantFrom(...STATES);
const consent = fc.constantFrom<ConsentDecision | null>(null, ...(Object.keys(CONSENT_DECISIONS) as ConsentDecision[]));

describe('the life of a file', () => {
  /** Written down a second time on purpose. */
  const ELSEWHERE = ['away', 'lostToFollowUp', 'missing', 'hospitalised', 'inCustody', 'compulsoryMedical', 'compulsoryDrugRehab'];
  const expected = (from: PatientState): string[] => {
    if (from === 'deceased' || from === 'merged' || from === 'notConfirmed') return [];
    if (from === 'suspected') return ['registered', 'notConfirmed', 'deceased', 'movedOut'];
    if (from === 'movedOut') return ['suspected', 'registered', 'inCare', 'deceased'];
    if (from === 'inCare') return [...ELSEWHERE, 'deceased', 'movedOut'];
    return ['inCare', ...ELSEWHERE.filter(other => other !== from), 'deceased', 'movedOut'];
  };
  it.each(STATES)('leads from %s exactly there', from => {
    expect(new Set(nextStates(from, null))).toEqual(new Set(expected(from)));
  });
  it.each([
    ['suspected', ['suspected', 'deceased']],
    ['registered', ['registered', 'inCare', 'deceased']],
    ['inCare', ['registered', 'inCare', 'deceased']],
    ['away', ['registered', 'inCare', 'deceased']],
  ] as const)('lets somebody who moved away as %s come back as what they were: %j', (before, to) => {
    expect(nextStates('movedOut', before)).toEqual(to);
    for (const state of STATES)
      expect(decideStateChange({ ...change, before, from: 'movedOut', to: state }).granted).toBe(to.includes(state as never));
  });

  const change = { before: null, from: 'inCare', to: 'hospitalised', on: today, since: null, today } as const;
  it.each([
    [today, null, true],
    [addDays(today, 1), null, false],
    [addDays(today, -366), null, true],
    [addDays(today, -367), null, false],
    [addDays(today, -3), addDays(today, -3), true],
    [addDays(today, -4), addDays(today, -3), false],
  ])('a change on %s after one on %s: %s', (on, since, granted) => {
    expect(decideStateChange({ ...change, on, since }).granted).toBe(granted);
  });
});

it('is a finding of the doctor when a suspicion is settled, and any other turn the office’s too', () => {
  const findings = STATES.flatMap(from => STATES.filter(to => turnNeeds(from, to) === 'suspicion:settle').map(to => `${from} ${to}`));
  expect(findings).toEqual(['suspected registered', 'suspected notConfirmed']);
});

it('knows of no diagnosis before a suspicion is confirmed, nor after it was not', () => {
  expect(STATES.filter(one => !isDiagnosed(one))).toEqual(['suspected', 'notConfirmed']);
});

describe('what goes on', () => {
  it.each([
    ['suspected', ['contact']],
    ['registered', ['clinical', 'watch', 'contact']],
    ['inCare', ['clinical', 'watch', 'medication', 'contact']],
    ['away', ['telephone', 'contact']],
    ['lostToFollowUp', ['clinical', 'watch', 'contact']],
    ['missing', ['watch', 'contact']],
    ['hospitalised', ['telephone', 'contact']],
    ['inCustody', ['contact']],
    ['compulsoryMedical', ['contact']],
    ['compulsoryDrugRehab', ['contact']],
    ['deceased', []],
    ['movedOut', []],
    ['notConfirmed', []],
  ] as const)('%s: %j', (one, parts) => {
    expect(careOf(one, null)).toEqual(parts);
    expect(careOf(one, 'notRequired')).toEqual(parts);
  });

  it('leaves the care group watching when consent is refused or withdrawn, and nothing clinical', () => {
    for (const decision of ['refused', 'withdrawn'] as const) {
      expect(careOf('inCare', decision)).toEqual(['watch', 'contact']);
      expect(careOf('hospitalised', decision)).toEqual(['contact']);
    }
  });
});

describe('random lives', () => {
  const step = fc.record({ to: state, days: fc.integer({ min: -5, max: 40 }), decision: consent });
  it('never leave death, never make a patient without a finding, never go back in time, and a closed file has no care', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIRST_STATES), fc.array(step, { maxLength: 30 }), (began: PatientState, steps) => {
        let [from, before]: [PatientState, PatientState | null] = [began, null];
        let finding = began !== 'suspected';
        let since: CalendarDate | null = null;
        let now = today;
        const lived: PatientState[] = [];
        for (const { to, days, decision } of steps) {
          now = addDays(now, Math.max(0, days));
          const on = addDays(now, Math.min(0, days));
          const decided = decideStateChange({ before, from, to, on, since, today: now });
          if (decided.granted) {
            expect(since === null || on >= since).toBe(true);
            finding ||= turnNeeds(from, to) === 'suspicion:settle';
            [before, from, since] = [from, to, on];
            lived.push(to);
          }
          // Nobody becomes a patient, and nobody stops being one, but by a doctor's finding.
          if (!isClosed(from)) expect(isDiagnosed(from)).toBe(finding);
          const care = careOf(from, decision);
          expect(care.length === 0).toBe(isClosed(from));
          // Somebody is always looking after whoever lives here: at least they are reached when something happens.
          if (!isClosed(from)) expect(care).toContain('contact');
          // The doctor comes or telephones, never both.
          expect(care.includes('clinical') && care.includes('telephone')).toBe(false);
        }
        const death = lived.indexOf('deceased');
        expect(death === -1 || death === lived.length - 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a visit finds', () => {
  const done = { result: 'done', metInPerson: true, hospitalisation: undefined } as const;
  it.each([
    [{ result: 'deceased' }, 'inCare', 'deceased'],
    [{ result: 'lost', wandered: true }, 'inCare', 'missing'],
    [{ result: 'lost', wandered: false }, 'inCare', 'lostToFollowUp'],
    [{ result: 'missed' }, 'inCare', null],
    [done, 'inCare', null],
    [done, 'lostToFollowUp', 'inCare'],
    [done, 'missing', 'inCare'],
    [{ ...done, metInPerson: false }, 'missing', null],
    [{ ...done, hospitalisation: 1 }, 'inCare', 'hospitalised'],
    [{ ...done, hospitalisation: 1 }, 'hospitalised', null],
    [{ ...done, hospitalisation: 2 }, 'hospitalised', 'inCare'],
    [{ ...done, hospitalisation: 0 }, 'hospitalised', null],
  ] as const)('%j when %s: %s', (found, present, expected) => {
    expect(stateFoundBy(found, present)).toBe(expected);
  });
});

it.each([
  ['inCare', 'hospitalised', false],
  ['hospitalised', 'inCare', false],
  ['inCare', 'lostToFollowUp', false],
  ['lostToFollowUp', 'missing', false],
  ['lostToFollowUp', 'inCare', true],
  ['missing', 'inCare', true],
  ['inCare', 'deceased', true],
] as const)('a turn from %s to %s that was found before a later visit holds: %s', (present, to, expected) => {
  expect(holdsWhenOvertaken(present, to)).toBe(expected);
});
