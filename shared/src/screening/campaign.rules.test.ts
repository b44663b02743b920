import fc from 'fast-check';
import { addDays, calendarDate, daysBetween } from '../kernel/calendar-date.ts';
import {
  decideStages,
  decideVillageAnswer,
  halfYearOf,
  isCarriedOut,
  phaseOf,
  roundStages,
  roundTitle,
  type StageDays,
} from './campaign.rules.ts';

const day = (text: string) => calendarDate(text);
const DAYS: StageDays = {
  planOn: day('2026-03-01'),
  carryOutOn: day('2026-03-10'),
  fillGapsOn: day('2026-05-01'),
  consolidateOn: day('2026-06-01'),
  endsOn: day('2026-06-30'),
};
const codeOf = (decision: { granted: boolean; code?: string }) => ('code' in decision ? decision.code : 'granted');

it.each([
  ['2026-02-28', 'ahead'],
  ['2026-03-01', 'plan'],
  ['2026-03-09', 'plan'],
  ['2026-03-10', 'carryOut'],
  ['2026-04-30', 'carryOut'],
  ['2026-05-01', 'fillGaps'],
  ['2026-05-31', 'fillGaps'],
  ['2026-06-01', 'consolidate'],
  ['2026-06-30', 'consolidate'],
  ['2026-07-01', 'over'],
])('is on %s in stage %s (DY-03)', (on, phase) => expect(phaseOf(DAYS, day(on))).toBe(phase));

it('has its stages one after the other, not longer than a year, not over (DY-03)', () => {
  const decide = (more: Partial<StageDays>, today = day('2026-03-01')) => codeOf(decideStages({ ...DAYS, ...more }, today));
  expect([decide({}), decide({ carryOutOn: DAYS.planOn }), decide({ endsOn: DAYS.consolidateOn })]).toEqual(Array(3).fill('granted'));
  expect([decide({}, day('2026-06-30')), decide({}, day('2026-07-01'))]).toEqual(['granted', 'CAMPAIGN_DAYS_WRONG']);
  expect(decide({ endsOn: addDays(DAYS.planOn, 365) })).toBe('granted');
  for (const wrong of [
    { planOn: day('2026-03-11') },
    { fillGapsOn: DAYS.carryOutOn },
    { consolidateOn: DAYS.fillGapsOn },
    { endsOn: day('2026-05-31') },
    { endsOn: addDays(DAYS.planOn, 366) },
  ])
    expect(decide(wrong)).toBe('CAMPAIGN_DAYS_WRONG');
});

it('comes round in every half-year, whole and in order, however long villages have (SJ-15)', () => {
  expect([halfYearOf(day('2026-06-30')).key, halfYearOf(day('2026-07-01')).key]).toEqual(['2026H1', '2026H2']);
  expect([roundTitle('2026H1'), roundTitle('2026H2')]).toEqual(['2026年上半年排查', '2026年下半年排查']);
  const any = fc.integer({ min: 0, max: 4000 }).map(days => addDays(day('2024-01-01'), days));
  fc.assert(
    fc.property(any, fc.integer({ min: 7, max: 150 }), (on, roundDays) => {
      const { from, until, key } = halfYearOf(on);
      const days = roundStages(on, roundDays);
      expect(on >= from && on <= until).toBe(true);
      expect(halfYearOf(addDays(until, 1)).key).not.toBe(key);
      expect(decideStages(days, until).granted).toBe(true);
      expect([days.planOn, days.endsOn, daysBetween(from, days.fillGapsOn)]).toEqual([from, until, roundDays]);
      expect(isCarriedOut(days, on)).toBe(true);
    }),
  );
});

it('takes from a village what agrees with its clues, while it looks (SJ-05)', () => {
  const on = day('2026-03-10');
  expect([0, 1].map(clues => codeOf(decideVillageAnswer('nobody', clues, DAYS, on)))).toEqual(['granted', 'VILLAGE_HAS_CLUES']);
  expect([0, 1].map(clues => codeOf(decideVillageAnswer('clues', clues, DAYS, on)))).toEqual(['VILLAGE_WITHOUT_CLUES', 'granted']);
  for (const wrong of ['2026-03-09', '2026-07-01'])
    expect(codeOf(decideVillageAnswer('nobody', 0, DAYS, day(wrong)))).toBe('CAMPAIGN_NOT_RUNNING');
});
