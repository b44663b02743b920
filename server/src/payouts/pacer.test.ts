import { Pacer } from './pacer.ts';
import { rateOf, type Over, type Slot } from './slots.rules.ts';

const UNPACED = rateOf(1_000_000);
const slots = (many: number, at: number): Slot[] => Array.from({ length: many }, (_, n) => ({ at, heldUntil: n + 1 }));

it('gives everybody who asks a moment, in the order of asking, and none while there are none', async () => {
  const now = () => performance.now() + 5_000;
  const taken: number[] = [];
  const pacer = new Pacer(UNPACED, many => {
    taken.push(many);
    return Promise.resolve({ slots: slots(many, now()), now: now() });
  });
  const order: number[] = [];
  const turns = await Promise.all([0, 1, 2].map(async n => [await pacer.turn(), order.push(n)] as const));
  expect(turns.map(([turn]) => turn !== undefined)).toEqual([true, true, true]);
  expect(order).toEqual([0, 1, 2]);
  expect(taken.reduce((sum, many) => sum + many, 0)).toBeGreaterThanOrEqual(3);
  const paused = new Pacer(UNPACED, () => Promise.resolve(undefined));
  expect(await Promise.all([paused.turn(), paused.turn()])).toEqual([undefined, undefined]);
});

it('gives back what was answered and what nobody used, and holds what is under way', async () => {
  const told: (readonly Over[])[] = [];
  const pacer = new Pacer(UNPACED, (_, over) => {
    told.push(over);
    const now = performance.now();
    return Promise.resolve({ slots: slots(3, now), now });
  });
  const [first, second] = await Promise.all([pacer.turn(), pacer.turn()]);
  first?.();
  await new Promise(setImmediate);
  await pacer.turn();
  // The third moment was nobody's: it counts nowhere. The second call goes on.
  const over = told[1]?.map(({ heldUntil, freeAt }) => [heldUntil, freeAt > 0]) ?? [];
  expect(over).toHaveLength(2);
  expect(over).toEqual(
    expect.arrayContaining([
      [1, true],
      [3, false],
    ]),
  );
  expect(second).toBeDefined();
});

it('counts a call for a whole second of the clock that gives the moments, however late an answer of it comes', async () => {
  const told: (readonly Over[])[] = [];
  const pacer = new Pacer(rateOf(95), async (_, over) => {
    told.push(over);
    const now = performance.now();
    await new Promise(late => setTimeout(late, 60));
    return { slots: slots(1, now), now };
  });
  const answered = await pacer.turn();
  const at = performance.now();
  answered?.();
  await pacer.turn();
  expect(told[1]?.[0]?.freeAt).toBeGreaterThanOrEqual(at + 1_000);
});

it('goes on holding a call whose answer takes long, also while nobody else calls', async () => {
  const told: (readonly Over[])[] = [];
  const asked: number[] = [];
  const pacer = new Pacer(rateOf(95), (many, over) => {
    told.push(over);
    asked.push(many);
    const now = performance.now();
    return Promise.resolve({ slots: [{ at: now, heldUntil: now + 2_000 }].slice(0, many), now });
  });
  const answered = await pacer.turn();
  const left = performance.now();
  while (asked.length < 2) await new Promise(long => setTimeout(long, 20));
  expect(asked).toEqual([1, 0]);
  const [still] = told[1] ?? [];
  expect(still?.freeAt).toBeGreaterThanOrEqual(left + 2_450);
  answered?.();
  await pacer.turn();
  expect(told[2]).toHaveLength(1);
  expect(told[2]?.[0]?.heldUntil).toBe(still?.freeAt);
});

it('uses no moment that was missed by long', async () => {
  let asked = 0;
  const pacer = new Pacer(rateOf(95), many => {
    const now = performance.now();
    asked += 1;
    return Promise.resolve({ slots: slots(many, asked === 1 ? now - 60_000 : now), now });
  });
  expect(await pacer.turn()).toBeDefined();
  expect(asked).toBe(2);
});
