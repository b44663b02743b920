/**
 * Puts the test files of a Jest project, with everything that they import, into few files before they run. Jest finds, reads, compiles and
 * links every module anew for each test file: where that is the whole server with its packages, it took longer than most of the tests.
 *
 * The test files stay where Jest finds them, and each has modules of its own as before: what they share are files, not what was loaded.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from '@swc/core';
import { build, stop } from 'esbuild';
import { ABSENT, REQUIRE } from '../build/packages.mjs';
import { FOLDER, bundleName } from './bundled-test.mjs';
import { SWC } from './swc.mjs';

/** Packages that stay where they are: they read files which lie beside their code, or are written for the loose mode, which modules lack. */
const APART = /^(pdfkit|fontkit|wechatpay-axios-plugin)$/;
/** Programs of threads, which Node loads without Jest. */
const THREAD = /-thread\.ts$/;
const DAY_MS = 86_400_000;
/** esbuild does not note the types of a constructor, by which Nest finds what a class needs. */
const DECORATED = /^\s*@[A-Z]\w*\(/m;

/**
 * @param {import('jest').Config} asked what the whole run was asked for
 * @param {import('jest').Config} project
 */
export async function bundleTests({ testPathPatterns: { patterns } }, project) {
  const { rootDir, roots, testRegex, testPathIgnorePatterns, moduleNameMapper } = project;
  const matches = (regexes, path) => regexes.some(regex => new RegExp(regex, 'i').test(path));
  const files = roots.flatMap(filesIn).filter(path => !matches(testPathIgnorePatterns, path));
  const tests = files.filter(path => matches(testRegex, path));
  const threads = files.filter(path => THREAD.test(path));
  const wanted = tests.filter(path => matches(patterns, path));
  await build({
    absWorkingDir: rootDir,
    entryPoints: [...(wanted.length > 0 ? wanted : tests), ...threads].map(path => ({ in: path, out: bundleName(path) })),
    outdir: folderIn(rootDir),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfigRaw: { compilerOptions: { target: 'es2022', verbatimModuleSyntax: true, jsx: 'react-jsx' } },
    external: ['@jest/globals', ...ABSENT],
    plugins: [sources(moduleNameMapper)],
    banner: { js: REQUIRE },
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
  });
  // It would wait for more, and keep half a gigabyte while the tests run.
  await stop();
}

/** Removes what was made for this run. */
export function removeBundles() {
  if (process.env[FOLDER]) rmSync(process.env[FOLDER], { recursive: true, force: true });
}

/** One for the run, for all of its projects. What runs left that were interrupted goes after a day. */
function folderIn(rootDir) {
  const home = join(rootDir, '.tmp/jest');
  mkdirSync(home, { recursive: true });
  for (const folder of readdirSync(home).map(name => join(home, name)))
    if (Date.now() - statSync(folder).mtimeMs > DAY_MS) rmSync(folder, { recursive: true, force: true });
  return (process.env[FOLDER] ??= mkdtempSync(join(home, 'bundles-')));
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Our own modules as Jest would find and compile them. */
const sources = moduleNameMapper => ({
  name: 'sources',
  setup({ onResolve, onLoad, resolve }) {
    for (const [pattern, target] of moduleNameMapper) {
      const regex = new RegExp(pattern);
      onResolve({ filter: regex }, ({ path }) => ({ path: path.replace(regex, target) }));
    }
    onResolve({ filter: APART }, async ({ path, pluginData, ...from }) => {
      if (pluginData === APART) return undefined;
      const found = await resolve(path, { ...from, pluginData: APART });
      return { path: found.path, external: true };
    });
    onLoad({ filter: /\.(tsx?|mjs)$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const source = saysWhereItIs(readFileSync(path, 'utf8'), path);
      if (!DECORATED.test(source)) return { contents: source, loader: extname(path) === '.mjs' ? 'js' : extname(path).slice(1) };
      const { code } = await transform(source, { ...SWC, filename: path, sourceMaps: 'inline' });
      return { contents: code, loader: 'js' };
    });
  },
});

/** A module that asks where it is means its source. */
const saysWhereItIs = (source, path) =>
  source
    .replaceAll('import.meta.dirname', () => JSON.stringify(dirname(path)))
    .replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(path).href));
