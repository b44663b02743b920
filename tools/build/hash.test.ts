import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashOf } from './hash.mjs';

const step = { inputs: ['part', 'absent.json'], variables: ['GUANHU_HASH_TEST'], commands: [['node', 'build']] };
let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guanhu-hash-'));
  write('part/src/main.ts', 'one');
});
afterEach(() => {
  delete process.env['GUANHU_HASH_TEST'];
  rmSync(root, { recursive: true });
});

it.each(['part/src/main.ts', 'part/src/new.ts', 'absent.json'])('builds again after %s was written', path => {
  const before = hashOf(root, step);
  write(path, 'two');
  expect(hashOf(root, step)).not.toBe(before);
});

it('builds again with another variable or another command', () => {
  const before = hashOf(root, step);
  expect(hashOf(root, { ...step, commands: [['node', 'build', '--fast']] })).not.toBe(before);
  process.env['GUANHU_HASH_TEST'] = 'set';
  expect(hashOf(root, step)).not.toBe(before);
});

it.each(['dist/main.js', '.swc/plugins/x', '.vite/deps/y', 'node_modules/z.js', 'src/main.test.ts', 'a.tsbuildinfo', 'README.md'])(
  'takes no notice of part/%s, which a build makes or does not read',
  path => {
    const before = hashOf(root, step);
    write(`part/${path}`, 'made');
    expect(hashOf(root, step)).toBe(before);
  },
);
