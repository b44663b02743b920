/** Which line of the source a place in a bundled program is: `node tools/where.mjs server/dist/worker.program.cjs:12:3456`, as logs name it. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, file, line, column] = /^\W*(.+?):(\d+)(?::(\d+))?\W*$/.exec(process.argv[2] ?? '') ?? [];
if (!file) {
  console.error('usage: node tools/where.mjs <file of server/dist>:<line>:<column>');
  process.exit(1);
}
const path = file.startsWith('file:') ? fileURLToPath(file) : resolve(file);
const map = new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')));
const { originalSource, originalLine } = map.findEntry(Number(line) - 1, Number(column ?? 1) - 1);
console.log(`${relative('.', resolve(dirname(path), originalSource))}:${originalLine + 1}`);
