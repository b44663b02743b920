import fc from 'fast-check';
import { clockAhead, freeAfter, giveSlots, LATE_MS, rateOf, type Calls, type Over } from './slots.rules.ts';

it('is nearest after the quickest answer, and follows a clock that is set back', () => {
  const slow = clockAhead(undefined, { now: 1_000, asked: 0, answered: 100 });
  expect(slow).toBe(900);
  const quick = clockAhead(slow, { now: 1_200, asked: 200, answered: 204 });
  expect(quick).toBe(996);
  expect(clockAhead(quick, { now: 1_400, asked: 400, answered: 480 })).toBe(996);
  expect(clockAhead(quick, { now: 1_400, asked: 500, answered: 510 })).toBe(890);
});

it('never thinks the clock further ahead than the newest answer allows, nor less than any answer since it was set', () => {
  const latency = fc.nat({ max: 200 });
  fc.assert(
    fc.property(fc.array(fc.tuple(latency, latency), { minLength: 1 }), fc.integer(), (answers, ahead) => {
      let [known, at]: [number | undefined, number] = [undefined, 0];
      let quickest = Infinity;
      for (const [there, back] of answers) {
        const [asked, answered] = [at, at + there + back];
        known = clockAhead(known, { now: asked + there + ahead, asked, answered });
        quickest = Math.min(quickest, back);
        expect(known).toBe(ahead - quickest);
        at = answered + 1;
      }
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

it('gives no more at once than the platform takes in a second, and holds nothing where there is hardly a rate', () => {
  expect(giveSlots(NONE, rateOf(1), { now: START, many: 4, over: [] }).slots).toHaveLength(2);
  expect(giveSlots(NONE, rateOf(1_000_000), { now: START, many: 64, over: [] }).calls.heldUntil).toEqual([]);
});

it('makes up for what nobody took just now, and for no more', () => {
  const idle = { next: START - 60_000, heldUntil: [] };
  expect(giveSlots(idle, RATE, { now: START, many: 1, over: [] }).slots[0]?.at).toBe(START - 200);
});

/** How late a call leaves, how long its answer takes, and when in between the platform counts it; `null`: nobody tells of the answer. */
const call = fc.record({
  late: fc.integer({ min: 0, max: LATE_MS }),
  takes: fc.option(fc.integer({ min: 0, max: 980 }), { freq: 8 }),
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
          // What is not answered is counted in the second after it could leave at the latest.
          const answered = takes === null ? Math.max(left, slot.at + LATE_MS) + 900 : left + takes;
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
