import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { checkPolicy, inTownship, ownOf, policyInForce, spreadOf, type SetPolicy } from './policy-in-force.rules.ts';
import type { IncidentPost, MedicationPolicy } from './policy.terms.ts';
import { SHIPPED_POLICIES, SHIPPED_VISIT_POLICIES } from './shipped-policies.ts';

const day = calendarDate;
const medication = (silentDays: number): MedicationPolicy => ({ ...SHIPPED_POLICIES.medication, silentDays });
const set = (seq: number, effectiveOn: string, silentDays: number, townshipId: string | null = null): SetPolicy => ({
  kind: 'medication',
  seq,
  townshipId,
  effectiveOn: day(effectiveOn),
  policy: medication(silentDays),
});

describe('the policy in force', () => {
  const history = [set(1, '2026-03-01', 4), set(2, '2026-06-01', 5), set(3, '2026-05-01', 6)];

  it('is the shipped one before anything was set', () => {
    expect(policyInForce('medication', history, day('2026-02-28'))).toEqual({
      seq: 0,
      effectiveOn: null,
      townshipId: null,
      policy: SHIPPED_POLICIES.medication,
    });
  });

  it.each([
    ['2026-03-01', 1],
    ['2026-04-30', 1],
    ['2026-05-01', 3],
    ['2026-05-31', 3],
    ['2026-06-01', 2],
    ['2030-01-01', 2],
  ])('on %s is number %i', (on, seq) => {
    expect(policyInForce('medication', history, day(on)).seq).toBe(seq);
  });

  it('of two from one day, the one set later', () => {
    expect(policyInForce('medication', [set(2, '2026-01-01', 9), set(1, '2026-01-01', 8)], day('2026-01-01')).policy.silentDays).toBe(9);
  });

  it('knows its own kind only', () => {
    expect(policyInForce('visit', history, day('2026-07-01')).policy).toBe(SHIPPED_VISIT_POLICIES.national.policy);
  });

  it('never answers with one that has not begun', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 })), fc.integer({ min: 0, max: 60 }), (starts, at) => {
        const from = day('2026-01-01');
        const all = starts.map((start, index) => set(index + 1, addDays(from, start), 3));
        const { effectiveOn } = policyInForce('medication', all, addDays(from, at));
        const begun = starts.filter(start => start <= at);
        expect(effectiveOn).toBe(begun.length === 0 ? null : addDays(from, Math.max(...begun)));
      }),
    );
  });
});

describe('in a township', () => {
  const back: SetPolicy = { kind: 'medication', seq: 4, effectiveOn: day('2026-09-01'), townshipId: 'a', policy: null };
  const history = [set(1, '2026-03-01', 4), set(2, '2026-06-01', 5, 'a'), set(3, '2026-08-01', 6), back];

  it.each([
    ['a', '2026-05-31', 1],
    ['a', '2026-06-01', 2],
    // The county's newer one does not reach a township that has its own.
    ['a', '2026-08-31', 2],
    ['a', '2026-09-01', 3],
    ['b', '2026-06-01', 1],
    ['b', '2026-08-01', 3],
    [null, '2026-06-01', 1],
  ])('%s on %s number %i holds', (township, on, seq) => {
    expect(policyInForce('medication', history, day(on), township).seq).toBe(seq);
  });

  it('follows the county to the shipped one when nothing else was set', () => {
    expect(policyInForce('medication', [set(1, '2026-03-01', 4, 'b')], day('2026-07-01'), 'a').seq).toBe(0);
  });

  it('the spread of a day says of every township what asking for it says', () => {
    const townships = ['a', 'b', 'c'];
    const version = fc.record({
      start: fc.integer({ min: 0, max: 20 }),
      township: fc.constantFrom(null, ...townships),
      follows: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(version), fc.integer({ min: 0, max: 20 }), (drawn, at) => {
        const from = day('2026-01-01');
        const all = drawn.map(({ start, township, follows }, index) => ({
          ...set(index + 1, addDays(from, start), 3, township),
          ...(follows && township !== null ? { policy: null } : {}),
        }));
        const spread = spreadOf('medication', all, addDays(from, at));
        for (const township of townships)
          expect(inTownship(spread, township)).toEqual(policyInForce('medication', all, addDays(from, at), township));
        const [ids, values] = ownOf(spread);
        expect(values.map(value => value.townshipId)).toEqual(ids);
      }),
    );
  });
});

describe('setting a policy', () => {
  const today = day('2026-06-15');
  it('from today or later, not from yesterday', () => {
    expect(checkPolicy(medication(3), today, today).granted).toBe(true);
    expect(checkPolicy(medication(3), addDays(today, -1), today)).toEqual({ granted: false, code: 'POLICY_NOT_BACKWARD' });
  });

  it('asks the visit policy to keep to the norm', () => {
    const { policy } = SHIPPED_VISIT_POLICIES.national;
    const loose = { ...policy, bands: policy.bands.map(band => ({ ...band, intervalDays: { doctor: 90 } })) };
    expect(checkPolicy(loose, today, today)).toEqual({
      granted: false,
      code: 'POLICY_LOOSER_THAN_NATIONAL',
      fields: ['unstable.doctor', 'basicStable.doctor'],
    });
  });

  it('tells the office and the team lead of everything, and police and political-legal committee of whoever is missing', () => {
    const { incident } = SHIPPED_POLICIES;
    expect(checkPolicy(incident, today, today).granted).toBe(true);
    const needed = ['police', 'politicalLegalCommittee', 'lead', 'socialAffairsOffice'] as const;
    const telling = (missing: readonly IncidentPost[]) => checkPolicy({ ...incident, told: { ...incident.told, missing } }, today, today);
    expect(telling(needed).granted).toBe(true);
    for (const left of needed)
      expect(telling(needed.filter(post => post !== left))).toEqual({ granted: false, code: 'POLICY_TELLS_TOO_FEW' });
  });
});
