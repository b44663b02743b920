import { expect, it } from '@jest/globals';
import { ThreadQueue } from './thread-queue.ts';

const program = new URL(
  `data:text/javascript,${encodeURIComponent("import { parentPort, workerData } from 'node:worker_threads'; if (workerData === 'bad') throw new TypeError('bad'); parentPort.postMessage(workerData)")}`,
);
const queue = (mostWaiting: number) => new ThreadQueue({ program, limits: { milliseconds: 60_000, megabytes: 64 } }, mostWaiting);

it('asks whoever comes after too many to come again, and then takes them', async () => {
  const few = queue(2);
  const all = await Promise.allSettled(['a', 'b', 'c'].map(task => few.run(task)));
  expect(all).toMatchObject([{ value: 'a' }, { value: 'b' }, { reason: { code: 'SERVER_BUSY' } }]);
  expect(await few.run('d')).toBe('d');
});

it('goes on after a task that failed', async () => {
  const two = queue(8);
  const [bad, good] = await Promise.allSettled([two.run('bad'), two.run('good')]);
  expect(bad).toMatchObject({ reason: { message: 'bad' } });
  expect(good).toMatchObject({ value: 'good' });
});
