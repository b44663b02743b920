import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import type { Decision } from '../kernel/decision.ts';
import {
  decideDueOn,
  decideOutcome,
  decideRecord,
  decideWork,
  isLegalLate,
  needsPatient,
  needsSubject,
  outcomesOf,
} from './legal-matter.rules.ts';
import { LEGAL_KINDS, LEGAL_OUTCOMES, type LegalKind, type LegalOutcome } from './legal-matter.terms.ts';

const today = calendarDate('2026-06-15');
const kinds = Object.keys(LEGAL_KINDS) as LegalKind[];
const said = (decision: Decision<string>) => (decision.granted ? decision.value : decision.code);

it('is worked on until somebody says how it ended, and closed from then on', () => {
  expect((['open', 'underway', 'closed'] as const).map(from => said(decideWork(from)))).toEqual([
    'underway',
    'underway',
    'LEGAL_MATTER_CLOSED',
  ]);
  expect(said(decideOutcome('closed', 'dispute', 'settled'))).toBe('LEGAL_MATTER_CLOSED');
});

it('ends a conflict by mediation and a referral by its office (SJ-12, TH-07)', () => {
  for (const kind of kinds)
    for (const outcome of Object.keys(LEGAL_OUTCOMES) as LegalOutcome[])
      expect(said(decideOutcome('open', kind, outcome))).toBe(outcomesOf(kind).includes(outcome) ? outcome : 'LEGAL_OUTCOME_WRONG');
  expect(outcomesOf('legalAdvice')).toEqual(['advised', 'withdrawn']);
  expect(kinds.filter(needsSubject)).toEqual(['dispute', 'mediationNotice']);
  expect(kinds.filter(needsPatient)).toEqual(['legalAid', 'forensic']);
});

it.each([
  ['today', 0, 'granted'],
  ['yesterday', -1, 'LEGAL_DAY_WRONG'],
  ['in a year', 366, 'granted'],
  ['a day later', 367, 'LEGAL_DAY_WRONG'],
])('is given to somebody until %s', (_, days, expected) => {
  const decision = decideDueOn(addDays(today, days), today);
  expect(decision.granted ? 'granted' : decision.code).toBe(expected);
});

it.each([
  ['a conflict of nobody', 'dispute', false, 0, today],
  ['a conflict found tomorrow', 'dispute', true, 1, 'LEGAL_DAY_WRONG'],
  ['aid for nobody', 'legalAid', false, 0, 'LEGAL_NEEDS_PATIENT'],
  ['aid for a patient', 'legalAid', true, -30, today],
] as const)('writes down %s', (_, kind, ofPatient, found, expected) => {
  expect(said(decideRecord({ kind, ofPatient, foundOn: addDays(today, found), dueOn: today }, today))).toBe(expected);
});

it('is late when the last day is over, until it is closed', () => {
  const late = (state: 'open' | 'closed', days: number) => isLegalLate({ state, dueOn: addDays(today, days) }, today);
  expect([late('open', 0), late('open', -1), late('closed', -1)]).toEqual([false, true, false]);
});
