/**
 * Puts each of the server's two programs into one file, beside what it is made of: `server/dist/{main,worker}.program.cjs`, and what V8 makes of it
 * into another. A process that starts reads those instead of two thousand modules and compiles next to nothing. Nothing is renamed;
 * `node tools/where.mjs` says which line of the source a place in them is.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { SERVER_FLAGS, WORKER_FLAGS } from '../system/server-flags.mjs';
import { ABSENT } from './packages.mjs';

const dist = join(import.meta.dirname, '../../server/dist');

await build({
  absWorkingDir: dist,
  entryPoints: { main: 'main.js', worker: 'worker.js' },
  outdir: dist,
  outExtension: { '.js': '.program.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ABSENT,
  // A script of its own has nobody who would import for it.
  supported: { 'dynamic-import': false },
  minifyWhitespace: true,
  // The old module format has another word for where a file is.
  define: { 'import.meta.url': 'ownUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});

// By the flags that the program is run with: V8 takes nothing that was made under others.
for (const [name, flags] of [
  ['main', SERVER_FLAGS],
  ['worker', WORKER_FLAGS],
])
  execFileSync(process.execPath, [...flags, join(import.meta.dirname, 'keep-code.mjs'), name], { stdio: 'inherit' });
