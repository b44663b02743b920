/**
 * The order in which Jest runs the files of a project. Where it has no times of an earlier run, as in every fresh clone, Jest takes the
 * largest file for the longest; the permission matrix is small and runs for minutes, and started last it would keep one core waiting for it.
 */
import TestSequencer from '@jest/test-sequencer';

/** Files that run longer than their size says, the longest first: they ask every endpoint, or open a server for each test. */
const LONGEST = [
  'permission-matrix',
  'bad-input',
  'partition',
  'must-never',
  'telling',
  'money-faults',
  'intake',
  'roster',
  'crisis-roster',
  'handover',
  'plan-beside-lives',
  'case-team',
  'leave',
].map(name => `${name}.db.test.ts`);

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex(name => path.endsWith(`/${name}`));
  return place < 0 ? LONGEST.length : place;
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
