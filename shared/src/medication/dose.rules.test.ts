import { dailyMg, doseInWords, isDosed, type Drug } from './dose.rules.ts';

const drug = (dose: Omit<Drug, 'name'>): Drug => ({ name: '利培酮片', ...dose });

it.each([
  ['mornings', drug({ morningMg: 1 }), true],
  ['mornings and evenings', drug({ morningMg: 0.5, eveningMg: 2 }), true],
  ['nothing', drug({}), false],
  ['zero', drug({ morningMg: 0, noonMg: 0 }), false],
  ['an injection', drug({ everyWeeks: 4, eachMg: 100 }), true],
  ['an injection of nothing', drug({ everyWeeks: 4, eachMg: 0 }), false],
  ['an injection that never comes again', drug({ eachMg: 100 }), false],
  ['weeks of nothing', drug({ everyWeeks: 4 }), false],
  ['both', drug({ morningMg: 1, everyWeeks: 4, eachMg: 100 }), false],
])('%s', (_, one, dosed) => {
  expect(isDosed(one)).toBe(dosed);
});

it('adds up a day and says it', () => {
  expect(dailyMg(drug({ morningMg: 0.25, eveningMg: 0.5 }))).toBe(0.75);
  expect(doseInWords(drug({ morningMg: 1, noonMg: 0, eveningMg: 2 }))).toBe('早 1 毫克，晚 2 毫克');
  expect(doseInWords(drug({ everyWeeks: 4, eachMg: 100 }))).toBe('每 4 周注射 100 毫克');
});
