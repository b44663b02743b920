import { partialDate } from '../kernel/partial-date.ts';
import { likenessOf, type Compared } from './duplicate.rules.ts';

const stranger: Compared = { sameDocument: false, sameName: false, similarSound: false, born: null, otherBorn: null };
const births = (born: string | null, otherBorn: string | null) => ({
  born: born === null ? null : partialDate(born),
  otherBorn: otherBorn === null ? null : partialDate(otherBorn),
});

it.each<[string, Partial<Compared>, ReturnType<typeof likenessOf>]>([
  ['nothing in common', {}, null],
  ['only the birth', births('1980-01-01', '1980-01-01'), null],
  ['the document, whatever the name', { sameDocument: true }, 'sameDocument'],
  ['name and day', { sameName: true, ...births('1980-01-01', '1980-01-01') }, 'sameNameAndBirth'],
  ['name and year, one of them only a year', { sameName: true, ...births('1980', '1980-01-01') }, 'sameNameAndBirth'],
  ['name, other birth', { sameName: true, ...births('1980', '1981') }, 'sameName'],
  ['name, birth unknown', { sameName: true, ...births('1980', null) }, 'sameName'],
  ['sound, birth unknown', { similarSound: true, ...births(null, '1980') }, 'similarSound'],
  ['sound, same birth', { similarSound: true, ...births('1980', '1980-05') }, 'similarSound'],
  ['sound, other birth', { similarSound: true, ...births('1980', '1981') }, null],
])('%s', (_, change, likeness) => {
  expect(likenessOf({ ...stranger, ...change })).toBe(likeness);
});
