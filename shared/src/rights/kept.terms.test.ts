import { readKind } from './kept.terms.ts';

it.each([
  ['patient-file', 'patient-file'],
  // What has no words of its own is not told apart, whatever the log calls it.
  ['meetings:agenda', 'other'],
  ['toString', 'other'],
  ['', 'other'],
])('tells of the read %p as %p', (what, told) => {
  expect(readKind(what)).toBe(told);
});
