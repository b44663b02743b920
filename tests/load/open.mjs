/**
 * From a tap on the icon until "today" can be used: the compiled mini-program in both threads, and the browser build in Chromium with the
 * processor four times slower; how many requests it takes, and the largest patch that the logic thread sends to the view.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build as buildProduct } from '../../tools/build.mjs';

const harness = join(import.meta.dirname, '../weapp/harness');
const TIMES = 5;
const MOST_PATCH = 64 * 1024;
const MOST_REQUESTS = 2;

export async function measure() {
  await buildProduct({ only: ['shared', 'weapp', 'phones'] });
  // The harness is TypeScript, and looks for its own files beside itself.
  const outfile = join(harness, '.open-scene.mjs');
  await build({
    entryPoints: [join(harness, 'open-scene.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    const { OpenScene } = await import(pathToFileURL(outfile).href);
    const scene = await OpenScene.begin();
    try {
      await report(scene);
    } finally {
      await scene.close();
    }
  } finally {
    rmSync(outfile, { force: true });
  }
}

async function report(scene) {
  const rows = [];
  for (const who of ['guardian', 'gridWorker']) {
    const harnessed = await scene.inHarness(who, TIMES);
    const browsed = await scene.inBrowser(who, TIMES);
    rows.push({
      who,
      harness_ms: median(harnessed.map(({ ms }) => ms)),
      browser_ms: median(browsed.map(({ ms }) => ms)),
      requests: Math.max(...harnessed.map(({ requests }) => requests)),
      setdata_bytes: Math.max(...harnessed.map(({ largestPatch }) => largestPatch)),
    });
  }
  console.table(rows);
  const worst = name => Math.max(...rows.map(row => row[name]));
  printFigures('open', {
    harness_ms: [worst('harness_ms'), 'ms'],
    browser_ms: [worst('browser_ms'), 'ms'],
    setdata_bytes: [worst('setdata_bytes'), 'bytes'],
    requests: [worst('requests'), 'requests'],
  });
  if (worst('setdata_bytes') > MOST_PATCH) {
    console.error('A patch is larger than 64 KB.');
    process.exitCode = 1;
  }
  if (worst('requests') > MOST_REQUESTS) {
    console.error('Opening "today" takes more than two requests.');
    process.exitCode = 1;
  }
}
