import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../support/talking-program.mjs');

let child: ChildProcess | undefined;
/** More is written than the pipe to us holds; nobody reads it yet. */
async function talking(): Promise<ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> }> {
  child = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  await once(child, 'message');
  const { stdout } = child;
  if (!stdout) throw new Error('a program without output');
  return Object.assign(child, { stdout });
}
const gone = (one: ChildProcess): Promise<unknown> =>
  one.exitCode !== null || one.signalCode !== null ? Promise.resolve() : once(one, 'exit');

afterEach(async () => {
  if (!child) return;
  child.kill('SIGKILL');
  await gone(child);
});

describe('a process that is told to stop', () => {
  it('goes though nobody reads what it says', async () => {
    const one = await talking();
    one.kill('SIGTERM');
    await gone(one);
  });

  it('goes when the process that started it is gone, though nobody reads', async () => {
    const one = await talking();
    one.disconnect();
    await gone(one);
  });

  it('goes when its output was closed', async () => {
    const one = await talking();
    one.stdout.destroy();
    one.kill('SIGTERM');
    await gone(one);
  });

  it('says its last line to whoever reads', async () => {
    const one = await talking();
    let said = '';
    one.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = once(one.stdout, 'end');
    one.kill('SIGTERM');
    await Promise.all([gone(one), ended]);
    expect(one.exitCode).toBe(0);
    expect(said.trimEnd().split('\n').at(-1)).toContain('the last line');
  });
});
