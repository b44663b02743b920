import { SWC } from './tools/jest/swc.mjs';

/** One configuration for every part; `tools/gate.mjs` selects what runs where. */
const transform = { '\\.tsx?$': ['@swc/jest', SWC] };
/** ES modules that CommonJS packages require() (@fastify/static and light-my-request do): Node can, Jest cannot without this. */
const REQUIRED_MODULES = 'content-disposition|cookie';
const asCommonJs = {
  [`/node_modules/(${REQUIRED_MODULES})/.*\\.js$`]: ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
};
const project = (displayName, roots, extra = {}) => ({
  displayName,
  roots: roots.map(root => `<rootDir>/${root}`),
  testRegex: '\\.test\\.tsx?$',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@guanhu/shared/(.*)$': '<rootDir>/shared/src/$1.ts', '^@guanhu/seeds/(.*)$': '<rootDir>/prisma/seeds/$1.ts' },
  transform: { ...asCommonJs, ...transform },
  transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/)(?!(${REQUIRED_MODULES})/)`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.tmp/', '/.data/'],
  ...extra,
});

/** Runs a test file out of its bundle, which the project's globalSetup makes of all of them. */
const bundled = { transform: { '\\.tsx?$': '<rootDir>/tools/jest/bundled-test.mjs' } };

/**
 * `unit` needs nothing running; `database` has a PostgreSQL of its own, a fresh clone for every file; the rest drive real processes:
 * `weapp` the compiled mini-program in a browser, `fault` processes that are killed, `journeys` everything in a browser.
 */
export default {
  rootDir: import.meta.dirname,
  // No test waits for its own sake; a loaded machine is given time.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
  // Node keeps the modules of a test file that has ended (100 MB where it opens the server): after some forty files all the time went into clearing up.
  workerIdleMemoryLimit: '800MB',
  projects: [
    project('unit', ['shared/src', 'server/src', 'simulator/src', 'miniapp/src', 'desk/src', 'prisma/seeds', 'tools'], {
      ...bundled,
      testRegex: '(?<!\\.db)\\.test\\.tsx?$',
      globalSetup: '<rootDir>/tools/jest/unit-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/unit-teardown.mjs',
    }),
    project('database', ['server/src'], {
      ...bundled,
      testRegex: '\\.db\\.test\\.ts$',
      globalSetup: '<rootDir>/tools/jest/database-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/database-teardown.mjs',
    }),
    project('weapp', ['tests/weapp']),
    project('fault', ['tests/fault']),
    project('journeys', ['tests/journeys']),
  ],
};
