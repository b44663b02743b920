/** Bytes that a phone downloads: the mini-program's main package, and each subpackage when a person first enters its room. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { printFigures } from './figures.mjs';

const output = join(import.meta.dirname, '../../miniapp/dist/weapp');
/** Our own limits; WeChat's is 2 MB for each. */
const LIMITS = { main: 800 * 1024, room: 600 * 1024 };

const bytesIn = path =>
  statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0) : statSync(path).size;

export async function measure() {
  await build({ only: ['weapp'] });
  const { subPackages = [], subpackages = subPackages } = JSON.parse(readFileSync(join(output, 'app.json'), 'utf8'));
  const rooms = subpackages.map(({ root }) => ({ package: root, bytes: bytesIn(join(output, root)) }));
  const main = bytesIn(output) - rooms.reduce((sum, { bytes }) => sum + bytes, 0);
  const all = [{ package: '(main)', bytes: main }, ...rooms.sort((a, b) => b.bytes - a.bytes)];
  const limitOf = row => (row.package === '(main)' ? LIMITS.main : LIMITS.room);
  console.table(all.map(row => ({ ...row, 'of what it may have': `${((100 * row.bytes) / limitOf(row)).toFixed(1)} %` })));
  printFigures('bundle', { main_bytes: [main, 'bytes'], largest_bytes: [Math.max(0, ...rooms.map(({ bytes }) => bytes)), 'bytes'] });
  if (all.some(row => row.bytes > limitOf(row))) {
    console.error('A package is larger than it may be.');
    process.exitCode = 1;
  }
}
