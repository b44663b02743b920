/**
 * The order in which Jest runs the files of a project. Where it has no times of an earlier run, as in every fresh clone, Jest takes the
 * largest file for the longest; the permission matrix is small and runs for minutes, and started last it would keep one core waiting for it.
 */
import TestSequencer from '@jest/test-sequencer';

/** Files that run for half a minute and more, the longest first. */
const LONGEST = ['permission-matrix.db.test.ts', 'partition.db.test.ts', 'bad-input.db.test.ts', 'telling.db.test.ts'];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex(name => path.endsWith(`/${name}`));
  return place < 0 ? LONGEST.length : place;
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
