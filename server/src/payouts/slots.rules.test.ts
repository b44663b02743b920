import fc from 'fast-check';
import { clockAhead, freeAfter, giveSlots, LATE_MS, rateOf, type Ahead, type Calls, type Over } from './slots.rules.ts';

it('knows the clock better with every answer, and follows one that is set', () => {
  const slow = clockAhead(undefined, { now: 1_000, asked: 0, answered: 100 });
  expect(slow).toEqual({ atLeast: 900, atMost: 1_000 });
  const quick = clockAhead(slow, { now: 1_200, asked: 200, answered: 204 });
  expect(quick).toEqual({ atLeast: 996, atMost: 1_000 });
  expect(clockAhead(quick, { now: 1_400, asked: 402, answered: 480 })).toEqual({ atLeast: 996, atMost: 998 });
  expect(clockAhead(quick, { now: 1_400, asked: 500, answered: 510 })).toEqual({ atLeast: 890, atMost: 900 });
  expect(clockAhead(quick, { now: 2_400, asked: 500, answered: 510 })).toEqual({ atLeast: 1_890, atMost: 1_900 });
});

it('never thinks the clock further ahead, or less, than it is, however long questions and answers take', () => {
  const latency = fc.nat({ max: 200 });
  fc.assert(
    fc.property(fc.array(fc.tuple(latency, latency), { minLength: 1 }), fc.integer(), (answers, ahead) => {
      let [known, at]: [Ahead | undefined, number] = [undefined, 0];
      for (const [there, back] of answers) {
        const [asked, answered] = [at, at + there + back];
        known = clockAhead(known, { now: asked + there + ahead, asked, answered });
        at = answered + 1;
      }
      const [theres, backs] = [answers.map(([there]) => there), answers.map(([, back]) => back)];
      expect(known).toEqual({ atLeast: ahead - Math.min(...backs), atMost: ahead + Math.min(...theres) });
    }),
  );
});

const RATE = rateOf(95);
const START = 1_790_000_000_000;
const NONE: Calls = { next: START, heldUntil: [] };

it('gives moments at the rate, and as many more as the platform takes only when earlier calls are over', () => {
  expect(RATE).toEqual({ perSecond: 95, inAnySecond: 100 });
  const all = giveSlots(NONE, RATE, { now: START, many: 100, over: [] });
  expect(all.slots).toHaveLength(100);
  expect(all.slots[95]?.at).toBeCloseTo(START + 1_000, 3);
  // Nobody tells of an answer: the next one waits until the first must have been counted a second ago.
  const [unheard] = giveSlots(all.calls, RATE, { now: START + 1_060, many: 1, over: [] }).slots;
  expect(unheard?.at).toBe(all.slots[0]?.heldUntil);
  // The first was answered late: the next one counts in another second.
  const over = [{ heldUntil: all.slots[0]?.heldUntil ?? 0, freeAt: freeAfter(START + 400) }];
  const [next] = giveSlots(all.calls, RATE, { now: START + 1_060, many: 1, over }).slots;
  expect(next?.at).toBe(freeAfter(START + 400));
});

it('gives no two calls the same moment, by which each is known', () => {
  const all = giveSlots(NONE, RATE, { now: START, many: 100, over: [] });
  const over = all.slots.slice(0, 60).map(({ heldUntil }) => ({ heldUntil, freeAt: START + 1_300 }));
  const one = giveSlots(all.calls, RATE, { now: START + 1_290, many: 30, over });
  const other = giveSlots(one.calls, RATE, { now: START + 1_290, many: 30, over: [] });
  expect(new Set([...one.slots, ...other.slots].map(slot => slot.heldUntil)).size).toBe(60);
});

it('gives no more at once than the platform takes in a second, and holds nothing where there is hardly a rate', () => {
  expect(giveSlots(NONE, rateOf(1), { now: START, many: 4, over: [] }).slots).toHaveLength(2);
  expect(giveSlots(NONE, rateOf(1_000_000), { now: START, many: 64, over: [] }).calls.heldUntil).toEqual([]);
});

it('makes up for what nobody took just now, and for no more', () => {
  const idle = { next: START - 60_000, heldUntil: [] };
  const { slots, calls } = giveSlots(idle, RATE, { now: START, many: 60, over: [] });
  // Half a second's moments at once, and those after them at the rate.
  expect(slots[47]?.at).toBeCloseTo(START, 0);
  expect(slots[59]?.at).toBeCloseTo(START - 500 + (59 * 1_000) / 95, 3);
  expect(calls.next).toBeCloseTo(START - 500 + (60 * 1_000) / 95, 3);
});

it('makes up for what had to wait for calls that were over late', () => {
  const all = giveSlots(NONE, RATE, { now: START, many: 100, over: [] });
  const over = all.slots.map(({ heldUntil }) => ({ heldUntil, freeAt: START + 1_300 }));
  const waited = giveSlots(all.calls, RATE, { now: START + 1_290, many: 2, over });
  expect(waited.slots.map(slot => Math.round(slot.at))).toEqual([START + 1_300, START + 1_300]);
  expect(waited.calls.next).toBeCloseTo(START + (102 * 1_000) / 95, 3);
});

/** How late a call leaves, how long its answer takes, and when in between the platform counts it; `null`: nobody tells of the answer. */
const call = fc.record({
  late: fc.integer({ min: 0, max: LATE_MS }),
  // Of longer ones it is told meanwhile that they are still under way.
  takes: fc.option(fc.integer({ min: 0, max: 740 }), { freq: 8 }),
  counted: fc.double({ min: 0, max: 1, noNaN: true }),
});

it('never lets more calls be counted in any second than the platform takes, whenever each is counted between its leaving and its answer', () => {
  fc.assert(
    fc.property(fc.array(call, { minLength: 150, maxLength: 300 }), fc.integer({ min: 1, max: 8 }), (script, many) => {
      let [calls, now, over]: [Calls, number, Over[]] = [NONE, START, []];
      const counted: number[] = [];
      const answers: { at: number; heldUntil: number }[] = [];
      while (counted.length < script.length) {
        const given = giveSlots(calls, RATE, { now, many, over });
        calls = given.calls;
        over = [];
        for (const slot of given.slots) {
          const { late, takes, counted: share } = script[counted.length] ?? { late: 0, takes: 0, counted: 0 };
          const left = Math.max(now, slot.at) + Math.min(late, Math.max(0, slot.at + LATE_MS - Math.max(now, slot.at)));
          // What is not answered is counted soon after it could leave at the latest.
          const answered = takes === null ? Math.max(left, slot.at + LATE_MS) + 740 : left + takes;
          counted.push(left + share * (answered - left));
          if (takes !== null) answers.push({ at: answered, heldUntil: slot.heldUntil });
        }
        now = Math.max(now, given.slots[0]?.at ?? now);
        for (const answer of answers.splice(0)) {
          if (answer.at <= now) over.push({ heldUntil: answer.heldUntil, freeAt: freeAfter(answer.at) });
          else answers.push(answer);
        }
      }
      counted.sort((a, b) => a - b);
      const most = Math.max(...counted.map((at, n) => counted.findLastIndex(other => other < at + 1_000) - n + 1));
      expect(most).toBeLessThanOrEqual(RATE.inAnySecond);
    }),
    { numRuns: 60 },
  );
});
