/**
 * Who may import whom. `npm run boundaries` checks it, the gate runs it, and `tools/boundaries.test.ts` plants a violation of every rule
 * to show that each one bites. Tests may look into the rooms they test; everything else keeps to the public faces.
 */
import { resolve } from 'node:path';

/**
 * The rooms of the server, lowest first. A room may import the rooms of the lines above its own, never one of its own line.
 * Everything that happens is audited, so `audit` is below all.
 */
const TIERS = [
  ['audit'],
  ['access'],
  ['policy'],
  ['agenda'],
  ['registry'],
  ['care-team'],
  ['medication', 'assessment', 'visits', 'incidents', 'screening'],
  ['agreements', 'intake', 'transfers'],
  ['appraisal'],
  ['payouts'],
  ['relief', 'meetings', 'law', 'outreach', 'rehabilitation'],
];
/** Reads the agenda and is reached by outbox kind: nobody imports it. */
const REMINDERS = { room: 'reminders', mayImport: TIERS.slice(0, 4).flat() };
/** They look at everything and nobody imports them. */
const READERS = { rooms: ['indicators', 'exchange', 'duties', 'rights'], mayImport: TIERS.flat() };

const lower = tier => TIERS.slice(0, tier).flat();
const roomOrder = [
  ...TIERS.flatMap((rooms, tier) => rooms.map(room => ({ room, mayImport: lower(tier) }))),
  REMINDERS,
  ...READERS.rooms.map(room => ({ room, mayImport: READERS.mayImport })),
];
const ROOMS = roomOrder.map(({ room }) => room);

const TEST = '\\.test\\.tsx?$';
const either = names => `(?:${names.join('|')})`;
/** A package by name, found or not. */
const pkg = (...names) => `(?:^|node_modules/)${either(names)}(?:/|$)`;
/** Folders of the server that are no rooms. */
const SERVER_NOT_ROOMS = 'platform|health|generated|testing|cli';
const PRISMA_CLIENT = ['^server/src/generated/', pkg('@prisma/client', '@prisma/adapter-pg')];
const OUR_PARTS = ['server', 'desk', 'miniapp', 'simulator', 'tests', 'tools', 'prisma'];
const otherParts = (...allowed) => `^${either(OUR_PARTS.filter(part => !allowed.includes(part)))}/`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'no-circles',
      'Two files that need each other are one file, or lack a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('everything-resolves', 'A rule cannot see an import that leads nowhere.', { pathNot: '^tests/' }, { couldNotResolve: true }),

    // Parts
    rule(
      'shared-imports-zod-and-dayjs-only',
      'What all ends share must run on all ends.',
      { path: '^shared/src/', pathNot: TEST },
      { pathNot: ['^shared/src/', pkg('zod', 'dayjs')] },
    ),
    rule(
      'server-keeps-to-shared',
      'The server knows no other part; its tests use the databases of the tools.',
      { path: '^server/', pathNot: [TEST, '^server/src/testing/'] },
      { path: otherParts('server') },
    ),
    rule('desk-keeps-to-shared', 'The desk speaks to the server by HTTP.', { path: '^desk/' }, { path: otherParts('desk') }),
    rule(
      'miniapp-keeps-to-shared',
      'The mini-program speaks to the server by HTTP.',
      { path: '^miniapp/' },
      { path: otherParts('miniapp') },
    ),
    rule(
      'tests-use-the-front-door',
      'Tests drive the product as people do, with the people of the seeds.',
      { path: '^tests/' },
      { path: otherParts('tests', 'tools', 'prisma') },
    ),
    rule(
      'seeds-use-the-front-door',
      'A seed puts the house together and enters as people do; of a room it sees the public face.',
      { path: '^prisma/' },
      { path: otherParts('prisma'), pathNot: '^server/src/(?:(?:app|outside)\\.ts$|platform/|[^/]+/[^/]+\\.public\\.ts$)' },
    ),
    rule(
      'simulator-knows-nothing-of-ours',
      'A simulator that shared our code would share our misreadings.',
      { path: '^simulator/', pathNot: TEST },
      { path: [otherParts('simulator'), '^shared/', '^@guanhu/'] },
    ),

    // Shared: what reaches the phone
    rule(
      'zod-lives-in-contracts',
      'zod is heavy and cannot run in the mini-program.',
      { path: '^shared/src/', pathNot: ['(?:[.]|/)contract\\.ts$', TEST] },
      { path: pkg('zod'), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'routes-take-types-from-contracts',
      'Route tables, terms and rules reach the phone; a contract must not come with them.',
      { path: '^shared/src/', pathNot: ['(?:[.]|/)contract\\.ts$', TEST] },
      { path: '^shared/src/.+contract\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'miniapp-takes-types-from-contracts',
      'A contract brings zod with it.',
      { path: '^miniapp/' },
      { path: ['^shared/src/.+contract\\.ts$', pkg('zod')], dependencyTypesNot: ['type-only'] },
    ),

    // Mini-program
    rule(
      'subpackages-stand-alone',
      'WeChat loads each subpackage by itself.',
      { path: '^miniapp/src/packages/([^/]+)/' },
      { path: '^miniapp/src/packages/', pathNot: '^miniapp/src/packages/$1/' },
    ),
    rule(
      'main-package-stands-alone',
      'The main package is there before any subpackage.',
      { path: '^miniapp/src/', pathNot: ['^miniapp/src/packages/', TEST] },
      { path: '^miniapp/src/packages/' },
    ),
    rule(
      'platform-and-ui-know-no-page',
      'Pages use them.',
      { path: '^miniapp/src/(?:platform|ui)/', pathNot: TEST },
      { path: '^miniapp/src/(?:pages|packages)/' },
    ),
    rule(
      'component-library-behind-ui',
      'Our kit is the only importer of the component library.',
      { path: '^miniapp/src/', pathNot: '^miniapp/src/ui/' },
      { path: pkg('@nutui/[^/]+') },
    ),

    // Server
    rule(
      'rooms-speak-through-public',
      'A room has one public face.',
      { path: '^server/src/([^/]+)/', pathNot: [`^server/src/(?:${SERVER_NOT_ROOMS})/`, '\\.module\\.ts$', TEST] },
      { path: `^server/src/(?!${SERVER_NOT_ROOMS})[^/]+/`, pathNot: ['^server/src/$1/', '\\.public\\.ts$'] },
    ),
    rule(
      'modules-take-modules-and-public',
      'A module is put together with the modules of lower rooms.',
      { path: '^server/src/([^/]+)/[^/]+\\.module\\.ts$', pathNot: `^server/src/(?:${SERVER_NOT_ROOMS})/` },
      { path: `^server/src/(?!${SERVER_NOT_ROOMS})[^/]+/`, pathNot: ['^server/src/$1/', '\\.(?:module|public)\\.ts$'] },
    ),
    rule(
      'composition-takes-modules-and-public',
      'Programs are put together from modules; they do not reach into a room.',
      { path: '^server/src/(?:cli/)?[^/]+$', pathNot: TEST },
      { path: `^server/src/(?!${SERVER_NOT_ROOMS})[^/]+/`, pathNot: '\\.(?:module|public)\\.ts$' },
    ),
    rule(
      'testing-stays-in-tests',
      'Stand-ins are for tests.',
      { path: '^server/src/', pathNot: ['^server/src/testing/', TEST] },
      { path: '^server/src/testing/' },
    ),
    rule(
      'platform-knows-no-room',
      'The platform is below all rooms.',
      { path: '^server/src/platform/', pathNot: TEST },
      { path: `^server/src/(?!${SERVER_NOT_ROOMS})[^/]+/` },
    ),
    rule(
      'every-room-has-a-tier',
      'A new room is entered in TIERS.',
      { path: `^server/src/(?!(?:${SERVER_NOT_ROOMS}|${ROOMS.join('|')})/)[^/]+/` },
      {},
    ),
    ...roomOrder.map(({ room, mayImport }) =>
      rule(
        `room-order-${room}`,
        `"${room}" may import ${mayImport.join(', ') || 'no room'}.`,
        { path: `^server/src/${room}/`, pathNot: TEST },
        { path: `^server/src/${either(ROOMS.filter(other => other !== room && !mayImport.includes(other)))}/` },
      ),
    ),
    rule(
      'prisma-only-in-stores',
      'Rows are read and written in stores.',
      { path: '^server/src/', pathNot: ['\\.store\\.ts$', '^server/src/(?:platform/database|generated)/', TEST] },
      { path: PRISMA_CLIENT },
    ),
    rule(
      'stores-never-look-up',
      'A store knows rows and rules, not the use-cases and controllers above it.',
      { path: '^server/src/([^/]+)/.*\\.store\\.ts$', pathNot: '^server/src/platform/' },
      { path: '^server/src/$1/', pathNot: '\\.(?:store|rules|terms)\\.ts$' },
    ),
    rule(
      'controllers-are-entered-by-http',
      'Only the module that declares a controller imports it.',
      { pathNot: ['\\.module\\.ts$', TEST] },
      { path: '^server/src/.+\\.controller\\.ts$' },
    ),
    rule(
      'rules-are-pure',
      'A rule depends on other rules and on shared terms.',
      { path: '^server/src/.+\\.rules\\.ts$' },
      { pathNot: ['^server/src/.+\\.(?:rules|terms)\\.ts$', '^shared/'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^server/src/generated/'] },
    exclude: { path: ['(?:^|/)dist/', '(?:^|/)\\.tmp/'] },
    tsPreCompilationDeps: true,
    // Only to know where `@guanhu/shared/…` is: the rules are about sources, built or not.
    tsConfig: { fileName: resolve('tools/boundaries/tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.h5.ts', '.h5.tsx', '.mts', '.mjs', '.js', '.cjs', '.d.ts', '.json'],
    },
  },
};
