import 'reflect-metadata';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { REFUSALS } from '@guanhu/shared/kernel/refusals';
import '../app.module.ts';
import { servedContracts } from '../platform/http/endpoint.ts';
import { openApi } from '../platform/http/openapi.ts';

/*
 * Writes what is generated from the code: the OpenAPI document and the catalogue of refusals.
 * With --check nothing is written and the exit code is 1 when a committed file differs.
 */
const catalogue = [
  '# Refusals',
  '',
  'Generated from the contracts; do not edit. `code` is for machines, `say` is what the person reads.',
  '',
  '| code | status | say | sending again can help |',
  '|---|---|---|---|',
  ...Object.entries(REFUSALS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, say, retry }]) => `| ${code} | ${String(status)} | ${say} | ${retry ? 'yes' : 'no'} |`),
  '',
].join('\n');

const documents: [string, string][] = [
  ['docs/generated/openapi.json', `${JSON.stringify(openApi(servedContracts(), '0.1.0'), null, 2)}\n`],
  ['docs/generated/refusals.md', catalogue],
];
const check = process.argv.includes('--check');
for (const [file, text] of documents) {
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (read(file) !== text) {
    process.stderr.write(`${file} is not what the code says: run npm run documents\n`);
    process.exitCode = 1;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
