/** What is built, from what, by which program. The longest step comes first. */

/** Every output depends on the versions and the compiler's settings. */
const COMMON = ['pnpm-lock.yaml', 'tsconfig.base.json'];

const node = (...args) => [process.execPath, ...args];

const phone = (name, type, ...checks) => ({
  name,
  inputs: [...COMMON, 'miniapp', 'shared/src'],
  variables: ['GUANHU_API_BASE'],
  cwd: 'miniapp',
  commands: [node('node_modules/@tarojs/cli/bin/taro', 'build', '--type', type), ...checks],
});

/**
 * `inputs`, `output`: paths in the repository (a missing output makes the step run); `variables`: of the environment, that change the
 * output; `cwd`: where `commands` run.
 */
export const STEPS = [
  { ...phone('phones', 'h5'), output: 'miniapp/dist/h5/index.html' },
  { ...phone('weapp', 'weapp', node('tools/check-output.mjs')), output: 'miniapp/dist/weapp/app.json' },
  {
    name: 'shared',
    inputs: [...COMMON, 'shared'],
    output: 'shared/dist',
    commands: [node('node_modules/typescript/bin/tsc', '-b', 'shared')],
  },
  {
    name: 'prisma-client',
    inputs: [...COMMON, 'prisma.config.ts', 'prisma/schema'],
    output: 'server/src/generated/prisma/client.ts',
    commands: [node('tools/prisma.mjs', 'generate')],
  },
  {
    name: 'simulator',
    inputs: [...COMMON, 'simulator'],
    output: 'simulator/dist',
    commands: [node('node_modules/typescript/bin/tsc', '-b', 'simulator')],
  },
  {
    name: 'server',
    after: ['shared', 'prisma-client'],
    inputs: [...COMMON, 'shared', 'prisma/schema', 'server'],
    output: 'server/dist',
    commands: [node('node_modules/typescript/bin/tsc', '-b', 'server')],
  },
  {
    name: 'bundle',
    after: ['server'],
    inputs: [...COMMON, 'shared', 'prisma/schema', 'server', 'tools/build', 'tools/system/server-flags.mjs'],
    output: 'server/dist/worker.program.cjs.cache',
    commands: [node('tools/build/bundle.mjs')],
  },
  {
    name: 'seeds',
    after: ['server'],
    inputs: [...COMMON, 'shared', 'prisma/schema', 'server', 'prisma/seeds'],
    output: 'prisma/seeds/dist/demo/main.js',
    commands: [node('node_modules/typescript/bin/tsc', '-b', 'prisma/seeds')],
  },
  {
    name: 'desk',
    after: ['shared'],
    inputs: [...COMMON, 'shared/src', 'desk'],
    output: 'desk/dist/index.html',
    cwd: 'desk',
    commands: [node('node_modules/vite/bin/vite.js', 'build')],
  },
];
