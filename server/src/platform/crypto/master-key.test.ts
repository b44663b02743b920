import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { masterKeyLine, readMasterKey } from './master-key.ts';

const random = randomBytes(32);
const folder = mkdtempSync(join(tmpdir(), 'guanhu-'));
const file = join(folder, 'master.key');
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (text: string, mode = 0o600) => {
  writeFileSync(file, text);
  chmodSync(file, mode);
};

it('reads the key that was written', () => {
  write(masterKeyLine(random, false));
  expect(readMasterKey(file, 'production')).toEqual({ key: random, demonstration: false });
});

it('refuses the demonstration key in production and takes it in the demonstration', () => {
  write(masterKeyLine(random, true));
  expect(() => readMasterKey(file, 'production')).toThrow('demonstration key');
  expect(readMasterKey(file, 'demonstration')).toEqual({ key: random, demonstration: true });
});

it.each([0o640, 0o604, 0o660])('refuses a file that others may read (%o)', mode => {
  write(masterKeyLine(random, false), mode);
  expect(() => readMasterKey(file, 'production')).toThrow('0600');
});

it.each(['', 'secret', masterKeyLine(randomBytes(16), false)])('refuses what is not a key', text => {
  write(text);
  expect(() => readMasterKey(file, 'production')).toThrow();
});
