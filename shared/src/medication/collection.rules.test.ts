import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { collectedDrugs, countedSupplies, UNNAMED_DRUG } from './collection.rules.ts';
import type { Ordered } from './supply.rules.ts';

const TODAY = calendarDate('2026-06-15');
const order = (drugs: Ordered['drugs']): Ordered => ({ since: addDays(TODAY, -30), until: null, drugs });
const ORAL = { name: '利培酮片', morningMg: 1 };
const NIGHT = { name: '奥氮平片', eveningMg: 5 };
const DEPOT = { name: '棕榈酸帕利哌酮注射液', everyWeeks: 4, eachMg: 100 };
const given = (drug: string) => ({ on: TODAY, drug, totalMg: null, days: 30 });

describe('what a family has fetched', () => {
  it.each([
    ['the drug that it names', '利培酮片', order([ORAL, NIGHT]), [], ['利培酮片']],
    ['each that is ordered for every day', undefined, order([ORAL, NIGHT, DEPOT]), [], ['利培酮片', '奥氮平片']],
    ['nothing that is only injected', undefined, order([DEPOT]), [], []],
    ['what was given out before, where the order names none', undefined, order(null), [given('氯氮平片')], ['氯氮平片']],
    ['something without a name, where nobody ever said one', undefined, order(null), [], [UNNAMED_DRUG]],
  ])('is %s', (_, named, present, dispensed, drugs) => {
    expect(collectedDrugs(named, present, dispensed)).toEqual(drugs);
  });
});

describe('the supplies that count', () => {
  const official = { drug: '利培酮片', givenOn: TODAY, byFamily: false };
  const word = (days: number, drug = '利培酮片') => ({ drug, givenOn: addDays(TODAY, days), byFamily: true });
  it.each([
    [0, 1],
    [3, 1],
    [-3, 1],
    [4, 2],
    [-4, 2],
  ])('of the clinic’s and a family’s word %s days apart are %s', (days, counted) => {
    expect(countedSupplies([official, word(days)])).toHaveLength(counted);
  });

  it('keep the clinic’s, another drug’s, and words that nobody else confirmed', () => {
    expect(countedSupplies([word(0), official])).toEqual([official]);
    expect(countedSupplies([official, word(0, '奥氮平片')])).toHaveLength(2);
    expect(countedSupplies([word(0), word(1)])).toHaveLength(2);
    expect(countedSupplies([official, { ...official }])).toHaveLength(2);
  });
});
