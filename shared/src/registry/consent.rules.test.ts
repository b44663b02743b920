import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideConsent } from './consent.rules.ts';
import { CONSENT_TEXTS, CONSENT_VERSIONS } from './consent.terms.ts';

const today = calendarDate('2026-06-15');

it.each([
  ['given', 0, null, 'given'],
  ['given', 1, null, 'CONSENT_DAY_NOT_ALLOWED'],
  ['withdrawn', 0, null, 'CONSENT_NOTHING_TO_WITHDRAW'],
  ['withdrawn', 0, { decision: 'refused', on: today }, 'CONSENT_NOTHING_TO_WITHDRAW'],
  ['withdrawn', 0, { decision: 'given', on: today }, 'withdrawn'],
  ['withdrawn', -1, { decision: 'given', on: today }, 'CONSENT_DAY_NOT_ALLOWED'],
  ['refused', 0, { decision: 'given', on: addDays(today, -9) }, 'refused'],
  ['notRequired', 0, { decision: 'refused', on: addDays(today, -9) }, 'notRequired'],
] as const)('%s %i days from today after %j: %s', (decision, days, before, expected) => {
  const decided = decideConsent({ decision, on: addDays(today, days), before, today });
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

it('has texts that are told apart and in force one after the other', () => {
  expect(new Set(CONSENT_VERSIONS).size).toBe(CONSENT_TEXTS.length);
  expect([...CONSENT_TEXTS].sort((a, b) => (a.since < b.since ? -1 : 1))).toEqual(CONSENT_TEXTS);
});
