import { ORGANISATION_KINDS } from '../access/access.terms.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_DUTIES } from './duty-rows.ts';
import {
  decideAnswer,
  decideClose,
  decideEvidenceDay,
  decideGive,
  dutyPeriod,
  evidenceSince,
  isLetterLate,
  verdictOf,
  verdictOfEvidence,
} from './duty-proof.rules.ts';

it.each([
  ['2026-02-28', 'month', '2026-02-01', '2026-02-28'],
  ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-06-30', 'halfYear', '2026-01-01', '2026-06-30'],
  ['2026-07-01', 'year', '2026-01-01', '2026-12-31'],
] as const)('%s is in the %s from %s to %s', (day, period, from, to) => {
  expect(dutyPeriod(calendarDate(day), period)).toEqual({ from, to });
});

it.each([
  ['month', '2026-04-01', '2026-03-01'],
  ['quarter', '2026-04-01', '2026-01-01'],
  ['quarter', '2026-01-01', '2025-10-01'],
  ['halfYear', '2026-04-01', '2025-07-01'],
  ['year', '2026-04-01', '2025-01-01'],
] as const)('of a duty of each %s, on %s, takes what was done since %s and no later than today', (period, on, since) => {
  const [today, first] = [calendarDate(on), calendarDate(since)];
  expect(evidenceSince(today, period)).toBe(first);
  const granted = [addDays(first, -1), first, today, addDays(today, 1)].map(day => decideEvidenceDay(day, today, period).granted);
  expect(granted).toEqual([false, true, true, false]);
});

it.each([
  [0, 0, 'nothing'],
  [0, 1, 'lacking'],
  [2, 3, 'lacking'],
  [3, 3, 'fulfilled'],
  [4, 3, 'fulfilled'],
] as const)('%i of %i is %s', (done, of, verdict) => {
  expect(verdictOf({ done, of })).toBe(verdict);
});

it('is proven by a note where nothing can be counted', () => {
  expect([verdictOfEvidence(0), verdictOfEvidence(1)]).toEqual(['lacking', 'fulfilled']);
});

it('is answered until it is closed, given on until it is answered, closed once it is answered, and late from the day after its last', () => {
  expect([decideAnswer('open').granted, decideAnswer('answered').granted, decideAnswer('closed').granted]).toEqual([true, true, false]);
  expect([decideClose('open').granted, decideClose('answered').granted, decideClose('closed').granted]).toEqual([false, true, false]);
  expect((['open', 'answered', 'closed'] as const).map(state => decideGive(state))).toMatchObject([
    { granted: true, value: 'open' },
    { granted: false, code: 'LETTER_ANSWERED' },
    { granted: false, code: 'LETTER_CLOSED' },
  ]);
  const dueOn = calendarDate('2026-06-15');
  expect(isLetterLate({ state: 'open', dueOn }, dueOn)).toBe(false);
  expect(isLetterLate({ state: 'open', dueOn }, calendarDate('2026-06-16'))).toBe(true);
  expect(isLetterLate({ state: 'answered', dueOn }, calendarDate('2026-06-16'))).toBe(false);
});

it('ships every row of the county’s list and some of each other source, each once, led by an office that there is', () => {
  const ids = SHIPPED_DUTIES.map(row => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(id => id.startsWith('YM-'))).toEqual(Array.from({ length: 27 }, (_, at) => `YM-${String(at + 1).padStart(2, '0')}`));
  for (const { lead, support } of SHIPPED_DUTIES) {
    expect(support).not.toContain(lead);
    for (const kind of [lead, ...support]) expect(Object.keys(ORGANISATION_KINDS)).toContain(kind);
  }
});
