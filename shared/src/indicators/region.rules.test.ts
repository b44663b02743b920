import fc from 'fast-check';
import { fewOf, valuesOf, type Counted, type Values } from './indicators.rules.ts';
import { COUNTS, INCIDENT_COUNT_KEYS, QUESTION_KEYS } from './indicators.terms.ts';
import { regionDigits, sumOfCounties } from './region.rules.ts';

it.each([
  ['990000000000', '99'],
  ['990100000000', '9901'],
  ['990101000000', '990101'],
  ['990101', '990101'],
  ['100000000000', '10'],
  ['991000000000', '9910'],
  ['990110000000', '990110'],
])('%s shares %s with its counties', (code, digits) => {
  expect(regionDigits(code)).toBe(digits);
});

const counted = (some: Partial<Counted>): Counted => ({
  ...(Object.fromEntries([...COUNTS, ...INCIDENT_COUNT_KEYS].map(name => [name, 0])) as unknown as Counted),
  residents: null,
  ...some,
});

const published = (one: Counted) => valuesOf(one, fewOf(one, 5));

it('adds up what is told, says of how many counties it is, and knows nothing of what nobody tells (BQ-05, BQ-06)', () => {
  const one = published(counted({ residents: 40_000, registered: 160, managed: 150 }));
  const few = published(counted({ residents: 300, registered: 90, managed: 88 }));
  expect(few.management.hidden).toBe(true);
  const { values, told } = sumOfCounties([one, few]);
  expect([values.management, told.management]).toEqual([{ numerator: 150, denominator: 160, hidden: false }, 1]);
  expect([values.detection, told.detection]).toEqual([{ numerator: 250, denominator: 40_300, hidden: false }, 2]);
  const unknown = sumOfCounties([valuesOf(counted({ registered: 160 }))]);
  expect([unknown.values.detection, unknown.told.detection]).toEqual([{ numerator: null, denominator: null, hidden: false }, 0]);
  expect(sumOfCounties([]).told.management).toBe(0);
});

it('is the sum of its parts, in whatever order and however they are cut, and never has a hidden number in it', () => {
  const value = fc.record({
    numerator: fc.option(fc.nat({ max: 500 })),
    denominator: fc.option(fc.nat({ max: 500 })),
    hidden: fc.boolean(),
  });
  const county = fc.record(Object.fromEntries(QUESTION_KEYS.map(key => [key, value]))) as unknown as fc.Arbitrary<Values>;
  fc.assert(
    fc.property(fc.array(county, { maxLength: 12 }), fc.nat(), (counties, cut) => {
      const whole = sumOfCounties(counties);
      expect(sumOfCounties([...counties].reverse())).toEqual(whole);
      const at = counties.length === 0 ? 0 : cut % counties.length;
      const parts = [sumOfCounties(counties.slice(0, at)), sumOfCounties(counties.slice(at))];
      expect(sumOfCounties(parts.map(({ values }) => values)).values).toEqual(whole.values);
      for (const question of QUESTION_KEYS) expect(parts.reduce((sum, { told }) => sum + told[question], 0)).toBe(whole.told[question]);
      const allHidden = counties.map(
        values => Object.fromEntries(QUESTION_KEYS.map(key => [key, { ...values[key], hidden: true }])) as unknown as Values,
      );
      expect(sumOfCounties(allHidden).told.management).toBe(0);
    }),
  );
});
