/**
 * Fails the build when the compiled mini-program could not run on a phone or has grown too large.
 * `node tools/check-output.mjs [dist]` prints the size of every package and one line per fault.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes that a package may have; WeChat allows 2 MB for each. */
const MOST = { main: 800 * 1024, room: 600 * 1024 };
/** What must not occur in a script: [pattern, why]. */
const FORBIDDEN = [
  [/\bprocess\.env\b/, 'process does not exist on the phone: name the value in defineConstants'],
  [/\bnew Function\b(?!\s*\(\s*["']return this)/, 'code cannot be made from text on the phone'],
  [/ZodError|\$ZodType|z\.strictObject|zod\/v4/, 'a contract was imported: import its type or its route instead'],
];

const dist = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../dist/weapp'));
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
const roots = (app.subPackages ?? app.subpackages ?? []).map(each => each.root.replace(/\/$/, ''));

const bytes = new Map([['main', 0], ...roots.map(root => [root, 0])]);
const faults = [];
for (const file of files) {
  const name = path.relative(dist, file).replaceAll('\\', '/');
  if (name.endsWith('.map') || name.endsWith('.LICENSE.txt')) continue;
  const owner = roots.find(root => name.startsWith(`${root}/`)) ?? 'main';
  bytes.set(owner, bytes.get(owner) + statSync(file).size);
  if (!name.endsWith('.js')) continue;
  const text = readFileSync(file, 'utf8');
  for (const [pattern, why] of FORBIDDEN) if (pattern.test(text)) faults.push(`${name}: ${why}`);
}
for (const [owner, size] of bytes) {
  console.log(`${owner} ${size} bytes`);
  const most = owner === 'main' ? MOST.main : MOST.room;
  if (size > most) faults.push(`package ${owner} has ${size} bytes, more than ${most}`);
}
for (const fault of faults) console.error(`fault: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
