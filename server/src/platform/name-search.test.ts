import { nameMatches } from './name-search.ts';

it.each(['穆', '云', '穆云舟', ' 云 舟', 'mu', 'muyun', 'yunzhou', 'YUN', 'myz', 'yz'])('finds 穆云舟 by %s', q => {
  expect(nameMatches('穆云舟', q)).toBe(true);
});

it.each(['李', 'zhang', 'mz', '云云', 'm.*', '%'])('does not find 穆云舟 by %s', q => {
  expect(nameMatches('穆云舟', q)).toBe(false);
});

it('reads surnames as surnames', () => {
  expect(nameMatches('单明', 'shanming')).toBe(true);
});
