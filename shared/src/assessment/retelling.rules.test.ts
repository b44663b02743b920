import fc from 'fast-check';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { addDays, calendarDate, startOf } from '../kernel/calendar-date.ts';
import { SHIPPED_VISIT_POLICIES } from '../policy/shipped-policies.ts';
import { foundInOrder, inOrderTold, lowersFrom } from './retelling.rules.ts';

const DAY = calendarDate('2026-06-01');
const at = (days: number) => startOf(addDays(DAY, days));
const finding = (on: number, told = on) => ({ on: addDays(DAY, on), ratedAt: at(told), name: `${on}/${told}` });
const lowering = (day: number) => ({ band: 'green', on: addDays(DAY, day), decidedAt: at(day) });
const words = (events: ReturnType<typeof inOrderTold<ReturnType<typeof finding>>>) =>
  events.map(event => ('found' in event ? event.found.name : 'lowered'));

describe('the order in which a standing is told again', () => {
  it('has the findings by their days, and the lowering where it was decided', () =>
    expect(words(inOrderTold([finding(8), finding(0), finding(3)], [lowering(5)]))).toEqual(['0/0', '3/3', 'lowered', '8/8']));

  it('has what was told after the lowering after it, also when it was found before', () =>
    expect(words(inOrderTold([finding(0), finding(2, 9), finding(8)], [lowering(5)]))).toEqual(['0/0', 'lowered', '2/9', '8/8']));

  it('counts what was told in the very moment of the lowering as told after it, so that it can rise', () =>
    expect(words(inOrderTold([finding(5)], [lowering(5)]))).toEqual(['lowered', '5/5']));

  it('tells everything once, however many lowerings there are', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9))), fc.array(fc.nat(9)), (found, lowered) => {
        const events = inOrderTold(
          found.map(([on, told]) => finding(on, told)),
          lowered.map(lowering),
        );
        expect(events).toHaveLength(found.length + lowered.length);
        const told = events.flatMap((event, i) => ('found' in event ? [[i, event.found.ratedAt] as const] : []));
        events.forEach((event, i) => {
          if (!('lowered' in event)) return;
          for (const [place, ratedAt] of told) expect(ratedAt < event.lowered.decidedAt).toBe(place < i);
        });
      }),
    ));
});

describe('risk and class of all findings', () => {
  const said = (on: number, more: object) => ({ on: addDays(DAY, on), ratedAt: at(on), ...more });

  it('are the newest that were found, a better class only from who decides', () => {
    const findings = [
      said(4, { stability: 'stable' }),
      said(0, { risk: 3, stability: 'unstable' }),
      said(3, { stability: 'basicStable', decides: true }),
      said(1, { risk: 1 }),
    ];
    expect(foundInOrder(findings)).toEqual({
      risk: 1,
      riskOn: addDays(DAY, 1),
      stability: 'basicStable',
      stabilityOn: addDays(DAY, 4),
      settled: true,
    });
    expect(foundInOrder([])).toEqual({ risk: null, riskOn: null, stability: null, stabilityOn: null, settled: false });
  });

  it('are the same in whatever order they were told', () =>
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.tuple(fc.nat(20), fc.constantFrom(...RISK_RATINGS), fc.constantFrom(...STABILITY_KEYS), fc.boolean()), {
            selector: ([on]) => on,
          })
          .chain(found => fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length }))),
        ([found, shuffled]) => {
          const findings = (list: typeof found) => list.map(([on, risk, stability, decides]) => said(on, { risk, stability, decides }));
          expect(foundInOrder(findings(shuffled))).toEqual(foundInOrder(findings(found)));
        },
      ),
    ));
});

it('lowers from a more serious band, never to one', () => {
  const policy = SHIPPED_VISIT_POLICIES.fourColours.policy;
  expect(lowersFrom(policy, 'red', 'yellow')).toBe(true);
  expect(lowersFrom(policy, 'yellow', 'yellow')).toBe(false);
  expect(lowersFrom(policy, 'green', 'yellow')).toBe(false);
  expect(lowersFrom(policy, null, 'yellow')).toBe(false);
  expect(lowersFrom(policy, 'red', 'violet')).toBe(false);
});
