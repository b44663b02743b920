import { REFUSALS } from './refusals.ts';
import { REFUSALS_IN_ENGLISH } from './refusals-in-english.ts';

const CODES = Object.keys(REFUSALS);

it('says every refusal in both languages, in the order of the codes', () => {
  expect(Object.keys(REFUSALS_IN_ENGLISH)).toEqual([...CODES].sort());
});

it.each(Object.entries(REFUSALS_IN_ENGLISH))('%s: %s', (code, english) => {
  expect(english).toMatch(/^[A-Z][^\p{Script=Han}]{8,}[^.\s]$/u);
  expect(REFUSALS[code as keyof typeof REFUSALS].say).toMatch(/\p{Script=Han}/u);
});
