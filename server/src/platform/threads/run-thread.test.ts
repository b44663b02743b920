import { expect, it } from '@jest/globals';
import { runThread } from './run-thread.ts';

const program = (text: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';${text}`)}`);
const AMPLE = { milliseconds: 60_000, megabytes: 64 };

it('hands over what it is given and hands back what is said', async () => {
  expect(await runThread(program('parentPort.postMessage(JSON.stringify(workerData))'), { name: '甲' }, AMPLE)).toBe('{"name":"甲"}');
});

it('ends a thread that never comes to an end', async () => {
  await expect(runThread(program('for (;;);'), null, { ...AMPLE, milliseconds: 300 })).rejects.toThrow('exceeded its limits');
});

it('ends a thread that holds too much, and nothing else with it', async () => {
  const greedy = program('const held = []; for (;;) held.push(new Array(100_000).fill(held.length + 0.5));');
  await expect(runThread(greedy, null, AMPLE)).rejects.toThrow('exceeded its limits');
});

it('tells what went wrong inside', async () => {
  await expect(runThread(program(`throw new TypeError('wrong')`), null, AMPLE)).rejects.toThrow('wrong');
  await expect(runThread(program(''), null, AMPLE)).rejects.toThrow('without a word');
});
