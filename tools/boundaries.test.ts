/**
 * Every rule of `dependency-cruiser.config.mjs` bites: a small tree in which each planted line breaks one rule, and the same tree without
 * them, which is clean.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const CLI = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const CONFIG = join(root, 'dependency-cruiser.config.mjs');

type Rule = { name: string };
type Violation = { rule: Rule; from: string; to: string };

/** path → the modules it imports; a leading `type ` makes it a type import. */
type Tree = Record<string, string[]>;

const PACKAGES = ['zod', 'dayjs', 'pg', '@prisma/client', '@prisma/adapter-pg', '@nutui/nutui-react-taro', '@nestjs/common'];

const ROOMS = [
  ...[
    'audit',
    'access',
    'policy',
    'agenda',
    'registry',
    'care-team',
    'medication',
    'assessment',
    'visits',
    'incidents',
    'screening',
    'agreements',
  ],
  ...[
    'intake',
    'transfers',
    'appraisal',
    'payouts',
    'relief',
    'meetings',
    'law',
    'outreach',
    'rehabilitation',
    'reminders',
    'indicators',
    'exchange',
    'duties',
    'rights',
  ],
];

/** A house in good order; whatever the rules allow and could be mistaken for a violation stands in it. */
const CLEAN: Tree = {
  'shared/src/kernel/contract.ts': ['zod'],
  'shared/src/kernel/days.ts': ['dayjs'],
  'shared/src/visits/visits.contract.ts': ['zod', '../kernel/contract.ts'],
  'shared/src/visits/visits.routes.ts': ['type ./visits.contract.ts'],
  'shared/src/visits/visits.rules.ts': ['../kernel/days.ts'],
  'shared/src/visits/visits.rules.test.ts': ['./visits.rules.ts', 'node:fs'],
  'desk/src/visits/page.tsx': ['@guanhu/shared/visits/visits.contract'],
  'miniapp/src/ui/button.tsx': ['@nutui/nutui-react-taro'],
  'miniapp/src/platform/storage/index.weapp.ts': [],
  'miniapp/src/pages/today/index.tsx': ['../../ui/button', '../../platform/storage'],
  'miniapp/src/packages/visits/record/index.tsx': ['type @guanhu/shared/visits/visits.contract', '../parts/form', '../../../ui/button'],
  'miniapp/src/packages/visits/parts/form.tsx': ['@guanhu/shared/visits/visits.rules', '@guanhu/shared/visits/visits.routes'],
  'miniapp/src/packages/payouts/claim/index.tsx': [],
  'simulator/src/world.ts': ['node:crypto'],
  'tests/journeys/main-job.ts': ['@guanhu/shared/visits/visits.contract'],
  'prisma/seeds/demo/main.ts': ['@guanhu/shared/visits/visits.contract'],
  'server/src/main.ts': ['./app.module.ts'],
  'server/src/app.module.ts': ['./visits/visits.module.ts', './platform/database/database.ts'],
  'server/src/generated/prisma/client.ts': [],
  'server/src/platform/database/database.ts': ['../../generated/prisma/client.ts', '@prisma/adapter-pg', 'pg'],
  'server/src/testing/test-clock.ts': [],
  'server/src/visits/visits.module.ts': ['./visits.controller.ts', '../registry/registry.module.ts', '@nestjs/common'],
  'server/src/registry/registry.module.ts': [],
  'server/src/visits/visits.controller.ts': ['./record-visit.ts', '@guanhu/shared/visits/visits.contract'],
  'server/src/visits/record-visit.ts': [
    './visits.store.ts',
    './score.rules.ts',
    '../registry/registry.public.ts',
    '../audit/audit.public.ts',
  ],
  'server/src/visits/record-visit.test.ts': [
    '../testing/test-clock.ts',
    '../registry/patient.store.ts',
    '../../../tools/test-database.mjs',
  ],
  'server/src/visits/score.rules.ts': ['@guanhu/shared/visits/visits.rules', 'type ./record-visit.ts'],
  'server/src/visits/visits.store.ts': ['../platform/database/database.ts', '../generated/prisma/client.ts', './visit-rows.store.ts'],
  'server/src/visits/visit-rows.store.ts': [],
  'server/src/registry/patient.store.ts': [],
  'tools/test-database.mjs': [],
  ...Object.fromEntries(ROOMS.map(room => [`server/src/${room}/${room}.public.ts`, []])),
};

/** rule → [file, what it wrongly imports] */
const PLANTED: Record<string, [from: string, to: string]> = {
  'no-circles': ['server/src/registry/patient.store.ts', './second.store.ts'],
  'everything-resolves': ['server/src/registry/find-patient.ts', './nowhere.ts'],
  'shared-imports-zod-and-dayjs-only': ['shared/src/visits/plan.rules.ts', 'node:fs'],
  'server-keeps-to-shared': ['server/src/registry/simulated.ts', '../../../simulator/src/world.ts'],
  'desk-keeps-to-shared': ['desk/src/visits/table.tsx', '../../../server/src/visits/record-visit.ts'],
  'miniapp-keeps-to-shared': ['miniapp/src/pages/today/parts.tsx', '../../../../desk/src/visits/page.tsx'],
  'tests-use-the-front-door': ['tests/fault/kill.ts', '../../server/src/visits/record-visit.ts'],
  'seeds-use-the-front-door': ['prisma/seeds/demo/people.ts', '../../../server/src/visits/record-visit.ts'],
  'simulator-knows-nothing-of-ours': ['simulator/src/pay.ts', '@guanhu/shared/visits/visits.rules'],
  'zod-lives-in-contracts': ['shared/src/visits/visits.terms.ts', 'zod'],
  'routes-take-types-from-contracts': ['shared/src/visits/more.routes.ts', './visits.contract.ts'],
  'miniapp-takes-types-from-contracts': ['miniapp/src/packages/visits/parts/list.tsx', '@guanhu/shared/visits/visits.contract'],
  'subpackages-stand-alone': ['miniapp/src/packages/visits/parts/money.tsx', '../../payouts/claim/index'],
  'main-package-stands-alone': ['miniapp/src/pages/today/list.tsx', '../../packages/visits/parts/form'],
  'platform-and-ui-know-no-page': ['miniapp/src/ui/shell.tsx', '../pages/today/index'],
  'component-library-behind-ui': ['miniapp/src/pages/today/dialog.tsx', '@nutui/nutui-react-taro'],
  'rooms-speak-through-public': ['server/src/visits/peek.ts', '../registry/patient.store.ts'],
  'modules-take-modules-and-public': ['server/src/visits/more.module.ts', '../registry/patient.store.ts'],
  'composition-takes-modules-and-public': ['server/src/worker.ts', './visits/record-visit.ts'],
  'testing-stays-in-tests': ['server/src/visits/remind.ts', '../testing/test-clock.ts'],
  'platform-knows-no-room': ['server/src/platform/http/guard.ts', '../../access/access.public.ts'],
  'every-room-has-a-tier': ['server/src/attic/store-box.ts', '../audit/audit.public.ts'],
  'prisma-only-in-stores': ['server/src/visits/find-visit.ts', '../generated/prisma/client.ts'],
  'stores-never-look-up': ['server/src/visits/looking.store.ts', './record-visit.ts'],
  'controllers-are-entered-by-http': ['server/src/visits/again.ts', './visits.controller.ts'],
  'rules-are-pure': ['server/src/visits/impure.rules.ts', './visits.store.ts'],
  // A room looks at one of its own tier, or above it: the next in line is always one of these.
  ...Object.fromEntries(
    ROOMS.map((room, i) => [
      `room-order-${room}`,
      [`server/src/${room}/upwards.ts`, `../${ROOMS[i + 1] ?? 'exchange'}/${ROOMS[i + 1] ?? 'exchange'}.public.ts`],
    ]),
  ),
};

function source(modules: string[]): string {
  const lines = modules.map((module, i) =>
    module.startsWith('type ')
      ? `import type { T${i} } from '${module.slice(5)}'; export type U${i} = T${i};`
      : `import * as m${i} from '${module}'; export const n${i} = m${i};`,
  );
  return [...lines, 'export const here = true;', ''].join('\n');
}

function plant(tree: string, files: Tree): void {
  for (const [path, modules] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source(modules));
  }
}

function violationsIn(tree: string): Violation[] {
  const parts = ['shared', 'server', 'desk', 'miniapp', 'simulator', 'tests', 'prisma'];
  const args = [CLI, '--config', CONFIG, '--output-type', 'json', ...parts];
  const output = execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the boundaries of the house', () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'guanhu-boundaries-'));
    for (const name of PACKAGES) {
      mkdirSync(join(tree, 'node_modules', name), { recursive: true });
      writeFileSync(join(tree, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
      writeFileSync(join(tree, 'node_modules', name, 'index.js'), '');
    }
    mkdirSync(join(tree, 'tools/boundaries'), { recursive: true });
    copyFileSync(join(root, 'tools/boundaries/tsconfig.json'), join(tree, 'tools/boundaries/tsconfig.json'));
    plant(tree, CLEAN);
  });
  afterEach(() => {
    rmSync(tree, { recursive: true });
  });

  test('a house in good order breaks no rule', () => {
    expect(violationsIn(tree).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 30_000);

  test('every rule finds the import that breaks it', async () => {
    plant(tree, { 'server/src/registry/second.store.ts': ['./patient.store.ts'] });
    plant(tree, Object.fromEntries(Object.values(PLANTED).map(([from, to]) => [from, [to]])));
    const found = violationsIn(tree);
    const missed = Object.entries(PLANTED).filter(
      ([name, [from]]) => !found.some(violation => violation.rule.name === name && violation.from === from),
    );
    expect(missed).toEqual([]);
    const { default: config } = (await import(CONFIG)) as { default: { forbidden: Rule[] } };
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
  }, 30_000);
});
