import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** How many items each notice has. */
const NOTICES = { BQ: 11, SJ: 23, TH: 11, YM: 27, DY: 15 };
const STATES = ['carried', 'planned', 'human'];
const PARTS = ['shared/src', 'server/src', 'desk/src', 'miniapp/src', 'simulator/src', 'prisma/seeds', 'tests', 'tools'];

interface Duty {
  readonly id: string;
  readonly state: string;
  readonly leftToPeople: string;
}

/** The rows of the page’s tables. */
const dutiesIn = (page: string): readonly Duty[] =>
  page
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .filter(cells => /^[A-Z]{2}-\d+$/.test(cells[1] ?? ''))
    .map(([, id = '', , state = '', leftToPeople = '']) => ({ id, state, leftToPeople }));

/** Ids at the end of the titles of tests; of tests that are skipped or not written, none. */
const citedIn = (source: string): readonly string[] =>
  [
    ...source.matchAll(
      /(\.(?:skip|todo)(?:\.each\([^]*?\))?\(\s*)?(['"`])(?:(?!\2)[^\\\n]|\\.)*?\(((?:(?:BQ|SJ|TH|YM|DY)-\d+(?:, )?)+)\)\2/g,
    ),
  ]
    .filter(([, skipped]) => skipped === undefined)
    .flatMap(([, , , ids = '']) => ids.split(', '));

const idsOfNotices = Object.entries(NOTICES).flatMap(([notice, items]) =>
  Array.from({ length: items }, (_, index) => `${notice}-${String(index + 1).padStart(2, '0')}`),
);

/** What is wrong between the page and the titles, in words. */
const faults = (duties: readonly Duty[], cited: ReadonlySet<string>): readonly string[] => [
  ...idsOfNotices.filter(id => !duties.some(duty => duty.id === id)).map(id => `${id} is missing`),
  ...duties.filter(({ id }, at) => duties.findIndex(duty => duty.id === id) !== at).map(({ id }) => `${id} stands twice`),
  ...duties.filter(({ id }) => !idsOfNotices.includes(id)).map(({ id }) => `${id} is in no notice`),
  ...duties.filter(({ state }) => !STATES.includes(state)).map(({ id, state }) => `${id} is ${state || 'nothing'}`),
  ...duties.filter(({ id, state }) => state === 'carried' && !cited.has(id)).map(({ id }) => `${id} is carried and no test proves it`),
  ...duties.filter(({ state, leftToPeople }) => state === 'human' && leftToPeople === '').map(({ id }) => `${id} lacks the reason`),
  ...[...cited].filter(id => !idsOfNotices.includes(id)).map(id => `a test proves ${id}, which does not exist`),
];

const testFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'generated'].includes(entry.name) ? [] : testFiles(path);
    return /\.test\.tsx?$/.test(entry.name) && path !== import.meta.filename ? [path] : [];
  });

it('finds a proof of every duty that the software carries, and no proof of one that there is not', () => {
  const cited = PARTS.flatMap(part => testFiles(join(ROOT, part))).flatMap(file => citedIn(readFileSync(file, 'utf8')));
  expect(faults(dutiesIn(readFileSync(join(ROOT, 'docs/duties.md'), 'utf8')), new Set(cited))).toEqual([]);
});

describe('what it would say', () => {
  const all = idsOfNotices.map(id => ({ id, state: 'planned', leftToPeople: '' }));
  const but = (id: string, change: Partial<Duty>) => all.map(duty => (duty.id === id ? { ...duty, ...change } : duty));
  const none = new Set<string>();

  it.each([
    ['nothing', all, none, []],
    ['an item that is missing', all.slice(1), none, ['BQ-01 is missing']],
    ['an item that stands twice', [...all, ...all.slice(0, 1)], none, ['BQ-01 stands twice']],
    ['an item of no notice', [...all, { id: 'YM-28', state: 'planned', leftToPeople: '' }], none, ['YM-28 is in no notice']],
    ['a state that there is not', but('SJ-01', { state: 'done' }), none, ['SJ-01 is done']],
    ['no proof', but('SJ-01', { state: 'carried' }), none, ['SJ-01 is carried and no test proves it']],
    ['no reason', but('YM-27', { state: 'human' }), none, ['YM-27 lacks the reason']],
    ['a proof of nothing', all, new Set(['DY-16']), ['a test proves DY-16, which does not exist']],
    ['a proof', but('SJ-01', { state: 'carried' }), new Set(['SJ-01']), []],
  ])('of %s', (_, duties, cited, said) => {
    expect(faults(duties, cited)).toEqual(said);
  });

  it('reads the rows of a table and the ends of titles', () => {
    expect(dutiesIn('| id | duty |\n| SJ-01 | group | carried | its work |')).toEqual([
      { id: 'SJ-01', state: 'carried', leftToPeople: 'its work' },
    ]);
    expect(citedIn(`it('rounds (SJ-15, DY-03)', () => {}); it.each([1])("of %s (SJ-99)", go); // (SJ-01)`)).toEqual([
      'SJ-15',
      'DY-03',
      'SJ-99',
    ]);
    expect(citedIn(`it.skip('one (SJ-15)', go); it.todo('two (SJ-16)'); it('cites (SJ-17) in the midst', go);`)).toEqual([]);
  });
});
