import { drugOf, EMPTY_DRUG, typedDrug } from './drug-typed.ts';

const typed = (more: Partial<typeof EMPTY_DRUG>) => ({ ...EMPTY_DRUG, name: ' 利培酮片 ', ...more });

it('makes a drug of what is typed', () => {
  expect(drugOf(typed({ morningMg: '1', eveningMg: '0.5' }))).toEqual({ name: '利培酮片', morningMg: 1, eveningMg: 0.5 });
  expect(drugOf(typed({ injected: true, eachMg: '100' }))).toEqual({ name: '利培酮片', everyWeeks: 4, eachMg: 100 });
  // What was typed for the other way does not count.
  expect(drugOf(typed({ morningMg: '1', injected: true, eachMg: '100' }))).not.toHaveProperty('morningMg');
});

it.each([
  ['no name', typed({ name: ' ', morningMg: '1' })],
  ['no dose', typed({})],
  ['zero', typed({ morningMg: '0' })],
  ['words', typed({ morningMg: '一片' })],
  ['one wrong field', typed({ morningMg: '1', noonMg: '1/2' })],
  ['too fine', typed({ morningMg: '0.0001' })],
  ['half weeks', typed({ injected: true, eachMg: '100', everyWeeks: '1.5' })],
  ['no weeks', typed({ injected: true, eachMg: '100', everyWeeks: '' })],
  ['too many weeks', typed({ injected: true, eachMg: '100', everyWeeks: '27' })],
])('waits: %s', (_, drug) => {
  expect(drugOf(drug)).toBeUndefined();
});

it('shows an order as it was typed', () => {
  const drug = { name: '利培酮片', morningMg: 1, eveningMg: 0.5 };
  expect(drugOf(typedDrug(drug))).toEqual(drug);
});
