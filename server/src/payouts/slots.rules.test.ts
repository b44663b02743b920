import fc from 'fast-check';
import { clockAhead } from './slots.rules.ts';

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
