import { CONTRACT_VERSION, readingOf } from './contract-version.ts';

it.each([
  [undefined, 'present'],
  [String(CONTRACT_VERSION), 'present'],
  [String(CONTRACT_VERSION - 1), 'earlier'],
  [String(CONTRACT_VERSION - 2), 'tooOld'],
  [String(CONTRACT_VERSION + 1), 'tooNew'],
  ['2x', 'tooOld'],
  ['', 'tooOld'],
])('what was written under %s is %s', (header, reading) => {
  expect(readingOf(header)).toBe(reading);
});
