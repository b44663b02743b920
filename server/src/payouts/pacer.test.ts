import { Pacer } from './pacer.ts';

it('gives everybody who asks a moment, in the order of asking, and none while there are none', async () => {
  const now = () => performance.now() + 5_000;
  const taken: number[] = [];
  const pacer = new Pacer(1_000_000, many => {
    taken.push(many);
    return Promise.resolve({ at: now(), now: now() });
  });
  const order: number[] = [];
  const turns = await Promise.all([0, 1, 2].map(async n => [await pacer.turn(), order.push(n)] as const));
  expect(turns.map(([may]) => may)).toEqual([true, true, true]);
  expect(order).toEqual([0, 1, 2]);
  expect(taken.reduce((sum, many) => sum + many, 0)).toBeGreaterThanOrEqual(3);
  const paused = new Pacer(1_000_000, () => Promise.resolve(undefined));
  expect(await Promise.all([paused.turn(), paused.turn()])).toEqual([false, false]);
});
