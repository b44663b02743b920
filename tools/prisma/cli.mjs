/** Prisma's command line, as a function. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const tools = join(import.meta.dirname, '..');

/**
 * Runs one Prisma command in the repository, with our schema engine behind it.
 * @param {string[]} args as on the command line
 * @param {{ ownerUrl?: string, stdio?: import('node:child_process').StdioOptions }} options the database for commands that need one
 * @returns {Promise<{ code: number, output: string }>} `output` is empty when stdio is 'inherit'
 */
export function prisma(args, { ownerUrl, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: join(tools, '..'),
    stdio,
    env: {
      ...process.env,
      ...(ownerUrl && { OWNER_URL: ownerUrl }),
      PRISMA_SCHEMA_ENGINE_BINARY: join(tools, 'schema-engine.mjs'),
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
