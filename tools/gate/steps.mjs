/**
 * The steps of the gate. A new check is a line here; a new kind of test is a Jest project, which is found by itself.
 *
 * `after`: steps that must have ended; `alone`: nothing runs beside it, because it drives whole systems or fills both cores;
 * `jest`: the name of a Jest project, whose tests are counted one by one. Every other step counts as one.
 */
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const node = (...args) => [process.execPath, ...args];

const CHECKS = [
  // Everything that follows reads what the build makes.
  { name: 'build', alone: true, command: node('tools/build.mjs', '--weapp') },
  // The types of the whole house are held in memory at once.
  { name: 'lint', after: ['build'], command: node('--max-old-space-size=8192', 'node_modules/eslint/bin/eslint.js', '.') },
  { name: 'types', after: ['build'], command: node('node_modules/typescript/bin/tsc', '-b') },
  { name: 'format', command: node('node_modules/prettier/bin/prettier.cjs', '--check', '.') },
  {
    name: 'boundaries',
    after: ['build'],
    command: node(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', 'dependency-cruiser.config.mjs', 'shared', 'server', 'desk', 'miniapp', 'simulator', 'tests', 'prisma'],
    ),
  },
  { name: 'unused', after: ['build'], command: node('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  { name: 'schema-drift', command: node('tools/schema-drift.mjs') },
  { name: 'documents', after: ['build'], command: node('server/dist/cli/write-documents.js', '--check') },
];

/**
 * What each Jest project runs beside. The faults mostly wait for processes that start and end, so the checks, which each fill a core, run
 * beside them; the database's tests fill both cores by themselves; the two that drive browsers wait for them half of the time, and run side
 * by side at last. A project that is not named here runs alone.
 */
const BESIDE = {
  fault: {},
  unit: {},
  database: { after: ['lint', 'fault'] },
  weapp: { after: ['database'] },
  journeys: { after: ['database'] },
};
/** The longest first, so that none of them ends long after the others. */
const FIRST = ['build', 'lint', 'fault'];

/** Jest would leave a core to its parent, which only waits; by then the database's tests are the last of the light ones. */
const workers = name => (name === 'database' ? ['--maxWorkers=2'] : []);

/** @returns {Promise<{ name: string, command: string[], after?: string[], alone?: boolean, jest?: boolean }[]>} */
export async function allSteps() {
  const { default: config } = await import(join(root, 'jest.config.mjs'));
  const jest = config.projects.map(({ displayName: name }) => ({
    name,
    jest: true,
    alone: !(name in BESIDE),
    after: ['build', ...(BESIDE[name]?.after ?? [])],
    // A suite that fails while opening something may leave it open; its count must be told all the same.
    command: node(
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--forceExit',
      ...workers(name),
      '--selectProjects',
      name,
    ),
  }));
  const place = ({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...CHECKS, ...jest].sort((one, other) => place(one) - place(other));
}
