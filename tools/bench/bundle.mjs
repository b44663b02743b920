/** Bytes that a phone downloads: the mini-program's main package, and each subpackage when a person first enters its room. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { printFigures } from './figures.mjs';

const output = join(import.meta.dirname, '../../miniapp/dist/weapp');
/** Our own limit; WeChat's is twice that. */
const LIMIT = 1024 * 1024;

const bytesIn = path =>
  statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0) : statSync(path).size;

export async function measure() {
  await build({ only: ['weapp'] });
  const { subPackages = [], subpackages = subPackages } = JSON.parse(readFileSync(join(output, 'app.json'), 'utf8'));
  const rooms = subpackages.map(({ root }) => ({ package: root, bytes: bytesIn(join(output, root)) }));
  const main = bytesIn(output) - rooms.reduce((sum, { bytes }) => sum + bytes, 0);
  const all = [{ package: '(main)', bytes: main }, ...rooms.sort((a, b) => b.bytes - a.bytes)];
  console.table(all.map(row => ({ ...row, 'of 1 MB': `${((100 * row.bytes) / LIMIT).toFixed(1)} %` })));
  printFigures('bundle', { main_bytes: [main, 'bytes'], largest_bytes: [Math.max(0, ...rooms.map(({ bytes }) => bytes)), 'bytes'] });
  if (all.some(({ bytes }) => bytes > LIMIT)) {
    console.error('A package is larger than 1 MB.');
    process.exitCode = 1;
  }
}
