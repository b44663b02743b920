import fc from 'fast-check';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { overrideLacksReason, proposeClass, type Findings } from './classification.rules.ts';

const well: Findings = { risk: 0, symptoms: [], insight: 1, functions: { selfCare: 1, work: 9, social: 2 }, adverseReaction: 1 };

describe('the proposed class', () => {
  it('stable when risk is 0, symptoms gone, insight there, function fair', () => {
    expect(proposeClass(well)).toEqual({ stability: 'stable', reasons: ['nothingFound'] });
  });

  it.each([
    [{ risk: 3 }, 'riskHigh'],
    [{ risk: 5 }, 'riskHigh'],
    [{ symptoms: [1, 2, 3] }, 'symptomsMarked'],
    [{ symptoms: [7] }, 'symptomsMarked'],
    [{ insight: 3 }, 'noInsight'],
    [{ acuteReaction: true }, 'acuteReaction'],
    [{ seriousIllness: true }, 'seriousIllness'],
  ] as const)('unstable for %j', (change, reason) => {
    expect(proposeClass({ ...well, ...change })).toEqual({ stability: 'unstable', reasons: [reason] });
  });

  it.each([
    [{ risk: 1 }, 'riskSome'],
    [{ risk: 2 }, 'riskSome'],
    [{ symptoms: [1, 2] }, 'symptomsSome'],
    [{ insight: 2 }, 'insightPartial'],
    [{ functions: { social: 3 } }, 'functionPoor'],
    [{ adverseReaction: 2 }, 'adverseReaction'],
    [{ symptoms: undefined }, 'notAllKnown'],
    [{ insight: undefined }, 'notAllKnown'],
    [{ functions: undefined }, 'notAllKnown'],
    [{ functions: {} }, 'notAllKnown'],
  ] as const)('basic stable for %j', (change, reason) => {
    expect(proposeClass({ ...well, ...change })).toEqual({ stability: 'basicStable', reasons: [reason] });
  });

  it('names every reason', () => {
    expect(proposeClass({ risk: 4, insight: 3, seriousIllness: true }).reasons).toEqual(['riskHigh', 'noInsight', 'seriousIllness']);
  });

  it('a blank never makes it better: adding what is known cannot lift a class above the blank one’s stable', () => {
    const partial = fc.record(
      {
        symptoms: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
        insight: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
        acuteReaction: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...RISK_RATINGS), partial, (risk, some) => {
        expect(proposeClass({ risk, ...some }).stability).not.toBe('stable'); // the functions are always blank here
      }),
    );
  });
});

it.each(STABILITY_KEYS.flatMap(proposed => STABILITY_KEYS.map(decided => [proposed, decided] as const)))(
  'proposed %s, decided %s: a reason when they differ',
  (proposed, decided) => {
    expect(overrideLacksReason(proposed, decided, undefined)).toBe(proposed !== decided);
    expect(overrideLacksReason(proposed, decided, ' ')).toBe(proposed !== decided);
    expect(overrideLacksReason(proposed, decided, '家属补充了情况')).toBe(false);
  },
);
