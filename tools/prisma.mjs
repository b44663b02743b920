/** The Prisma CLI with our schema engine behind it: `node tools/prisma.mjs <prisma's arguments>`. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');

/**
 * Runs one Prisma command in the repository.
 * @param {string[]} args as on the command line
 * @param {{ ownerUrl?: string, stdio?: import('node:child_process').StdioOptions }} options the database for commands that need one
 * @returns {Promise<{ code: number, output: string }>} `output` is empty unless stdio is 'pipe'
 */
export function prisma(args, { ownerUrl, stdio = 'pipe' } = {}) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    stdio,
    env: {
      ...process.env,
      ...(ownerUrl && { OWNER_URL: ownerUrl }),
      PRISMA_SCHEMA_ENGINE_BINARY: join(import.meta.dirname, 'schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1', // no telemetry
    },
  });
  let output = '';
  child.stdout?.on('data', data => (output += data));
  child.stderr?.on('data', data => (output += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = (await prisma(process.argv.slice(2), { stdio: 'inherit' })).code;
}
