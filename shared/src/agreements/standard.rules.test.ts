import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { fen } from '../kernel/fen.ts';
import { fullAmount, type RewardStandard } from './reward.rules.ts';
import { raisedStandards, standardClassOf, yearlyOf } from './standard.rules.ts';

const day = calendarDate;
const standard = (from: string, yearly: number): RewardStandard => ({ from: day(from), yearlyFen: fen(yearly) });

describe('the class of a standard', () => {
  const two = { monthlyFen: 15_000, classTwo: { monthlyFen: 40_000, riskAtLeast: 3, pastIncident: true } } as const;

  it('is the first for everybody where a county has one standard', () => {
    expect(standardClassOf({ monthlyFen: 20_000 }, 5, true)).toBe('one');
    expect(yearlyOf({ monthlyFen: 20_000 }, 'two')).toBe(240_000);
  });

  it('is the second from the risk on, or with an incident where the county counts one', () => {
    expect(standardClassOf(two, 2, false)).toBe('one');
    expect(standardClassOf(two, 3, false)).toBe('two');
    expect(standardClassOf(two, null, false)).toBe('one');
    expect(standardClassOf(two, 0, true)).toBe('two');
    expect(standardClassOf({ ...two, classTwo: { ...two.classTwo, pastIncident: false } }, 0, true)).toBe('one');
    expect([yearlyOf(two, 'one'), yearlyOf(two, 'two')]).toEqual([180_000, 480_000]);
  });
});

describe('a standard set after the signature', () => {
  const signed = [standard('2026-07-01', 240_000)];

  it('raises what was signed from its day on', () => {
    expect(raisedStandards(signed, [standard('2026-07-01', 240_000), standard('2027-01-01', 300_000)], null)).toEqual([
      standard('2026-07-01', 240_000),
      standard('2027-01-01', 300_000),
    ]);
  });

  it('never lowers it', () => {
    expect(raisedStandards(signed, [standard('2026-07-01', 240_000), standard('2027-01-01', 120_000)], null)).toEqual(signed);
  });

  it('leaves the days alone that are decided', () => {
    const begun = [standard('2026-07-01', 240_000), standard('2026-09-01', 300_000)];
    expect(raisedStandards(signed, begun, day('2026-09-30'))).toEqual([standard('2026-07-01', 240_000), standard('2026-10-01', 300_000)]);
    expect(raisedStandards(signed, begun, day('2026-08-31'))).toEqual([standard('2026-07-01', 240_000), standard('2026-09-01', 300_000)]);
  });

  it('makes no agreement earn less, and changes nothing when it is applied again', () => {
    const offset = fc.integer({ min: -40, max: 400 });
    const some = fc
      .array(fc.tuple(offset, fc.integer({ min: 0, max: 500_000 })), { minLength: 1, maxLength: 4 })
      .map(list => [...list].sort(([a], [b]) => a - b).map(([at, yearly]) => standard(addDays(day('2026-07-01'), at), yearly)));
    fc.assert(
      fc.property(some, some, fc.option(offset), (own, begun, settled) => {
        const through = settled === null ? null : addDays(day('2026-07-01'), settled);
        const raised = raisedStandards(own, begun, through);
        expect(raisedStandards(raised, begun, through)).toEqual(raised);
        const term = { from: day('2026-07-01'), to: day('2027-06-30') };
        const earns = (standards: readonly RewardStandard[]) =>
          fullAmount({ term, anchor: term.from, standards, pauses: [], capFen: null });
        expect(earns(raised)).toBeGreaterThanOrEqual(earns(own));
      }),
    );
  });
});
