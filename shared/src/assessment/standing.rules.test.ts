import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_VISIT_POLICIES } from '../policy/shipped-policies.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { NATIONAL_INTERVAL_DAYS, rankOf } from '../policy/visit-policy.rules.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import {
  NOTHING_KNOWN,
  clinicalIntervalDays,
  intervalDays,
  nextDues,
  presumedStability,
  retryOn,
  revisedDues,
  standingAfter,
  standingAfterVisit,
  type StandingFacts,
} from './standing.rules.ts';

const today = calendarDate('2026-06-15');
const four = SHIPPED_VISIT_POLICIES.fourColours.policy;
const national = SHIPPED_VISIT_POLICIES.national.policy;
const calm: StandingFacts = { risk: 0, stability: 'stable', settled: true, band: 'green', lastIncidentOn: null };

describe('a finding', () => {
  it('sets what was not known', () => {
    const after = standingAfter(NOTHING_KNOWN, { risk: 2, stability: 'basicStable', decides: true }, four, today);
    expect(after).toEqual({
      facts: { risk: 2, stability: 'basicStable', settled: false, band: 'yellow', lastIncidentOn: null },
      calmerBand: null,
    });
  });

  it('upgrades the band at once', () => {
    expect(standingAfter(calm, { risk: 4 }, four, today).facts.band).toBe('red');
    expect(standingAfter(calm, { incidentOn: today }, four, today).facts).toMatchObject({ band: 'red', lastIncidentOn: today });
  });

  it('does not calm the band: two people decide that; the calmer one is named', () => {
    const red = { ...calm, risk: 5, band: 'red' } as const;
    expect(standingAfter(red, { risk: 1 }, four, today)).toMatchObject({ facts: { risk: 1, band: 'red' }, calmerBand: 'yellow' });
  });

  it('keeps quiet about a calmer band when it is the same', () => {
    expect(standingAfter(calm, { risk: 0 }, four, today).calmerBand).toBeNull();
  });

  it('lets a better class in only from who decides, a worse one from anybody', () => {
    const weak = { ...calm, stability: 'unstable', band: 'red' } as const;
    expect(standingAfter(weak, { stability: 'stable' }, four, today).facts.stability).toBe('unstable');
    expect(standingAfter(weak, { stability: 'stable', decides: true }, four, today).facts.stability).toBe('stable');
    expect(standingAfter(calm, { stability: 'unstable' }, four, today).facts.stability).toBe('unstable');
  });

  it('has settled when the class is what it was', () => {
    expect(standingAfter(calm, { stability: 'stable', decides: true }, four, today).facts.settled).toBe(true);
    expect(standingAfter(calm, { stability: 'basicStable', decides: true }, four, today).facts.settled).toBe(false);
    expect(standingAfter(calm, { risk: 0 }, four, today).facts.settled).toBe(true);
  });

  it('moves into a new policy that does not know the old band', () => {
    expect(standingAfter({ ...calm, risk: 0, band: 'red' }, {}, national, today).facts.band).toBe('stable');
  });

  it('the band never gets calmer, whatever is found', () => {
    const finding = fc.record(
      {
        risk: fc.constantFrom(...RISK_RATINGS),
        stability: fc.constantFrom(...STABILITY_KEYS),
        decides: fc.boolean(),
        incidentOn: fc.integer({ min: 0, max: 800 }).map(ago => addDays(today, -ago)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom('fourColours', 'threeColours', 'national'), fc.array(finding, { minLength: 1 }), (key, findings) => {
        const { policy } = SHIPPED_VISIT_POLICIES[key as 'national'];
        let facts = NOTHING_KNOWN;
        for (const one of findings) {
          const next = standingAfter(facts, one, policy, today).facts;
          if (facts.band !== null) expect(rankOf(policy, next.band ?? '')).toBeLessThanOrEqual(rankOf(policy, facts.band) ?? -1);
          facts = next;
        }
      }),
    );
  });
});

describe('a visit that is told late', () => {
  const on = addDays(today, -3);
  const known = (riskOn: number, stabilityOn: number) => ({
    ...calm,
    riskOn: addDays(on, riskOn),
    stabilityOn: addDays(on, stabilityOn),
  });
  const ill = { risk: 4, stability: 'unstable', decides: true } as const;
  const told = (before: ReturnType<typeof known>) => {
    const { facts, calmerBand } = standingAfterVisit(before, ill, { on, policy: four, today });
    return [facts.risk, facts.stability, facts.settled, facts.band, calmerBand];
  };

  it('leaves risk and class to a later day, each by itself, and raises the band', () => {
    expect(told(known(1, 1))).toEqual([0, 'stable', true, 'red', 'green']);
    expect(told(known(1, 0))).toEqual([0, 'unstable', false, 'red', 'green']);
    expect(told(known(0, 1))).toEqual([4, 'stable', true, 'red', null]);
  });

  it('counts like any other on the day itself, and where nothing was known', () => {
    const { facts } = standingAfter(calm, ill, four, today);
    expect(told(known(0, 0))).toEqual([facts.risk, facts.stability, facts.settled, facts.band, null]);
    const nothing = { ...NOTHING_KNOWN, riskOn: null, stabilityOn: null };
    expect(standingAfterVisit(nothing, ill, { on, policy: four, today })).toEqual(standingAfter(NOTHING_KNOWN, ill, four, today));
  });
});

describe('the interval', () => {
  it.each([
    [{ stability: 'unstable' }, 14],
    [{ stability: 'basicStable', settled: false }, 14],
    [{ stability: 'basicStable', settled: true }, 30],
    [{ stability: 'stable', settled: false }, 90],
    [{ stability: null, risk: null }, 14],
    [{ stability: null, risk: 3 }, 14],
    [{ stability: null, risk: 2 }, 30],
    [{ stability: null, risk: 0 }, 30],
  ] as const)('clinical, %j: %i days', (some, days) => {
    expect(clinicalIntervalDays({ ...NOTHING_KNOWN, ...some })).toBe(days);
  });

  it.each([
    ['red', [14, 7, 7, 3]],
    ['orange', [14, 14, 14, 7]],
    ['yellow', [30, 30, 30, 14]],
    ['green', [90, 90, null, 30]],
  ] as const)('four colours, %s', (band, [doctor, lead, police, gridWorker]) => {
    const facts = { ...calm, band };
    expect(intervalDays(facts, four, 'doctor')).toBe(doctor);
    expect(intervalDays(facts, four, 'lead')).toBe(lead);
    expect(intervalDays(facts, four, 'police')).toBe(police);
    expect(intervalDays(facts, four, 'gridWorker')).toBe(gridWorker);
  });

  it('is the shortest of clinical and band for the doctor', () => {
    expect(intervalDays({ ...calm, stability: 'unstable' }, four, 'doctor')).toBe(14);
    expect(intervalDays({ ...calm, band: 'red' }, four, 'doctor')).toBe(14);
  });

  it('without a band, whoever visits the calmest goes within the clinical interval', () => {
    expect(nextDues(NOTHING_KNOWN, four, {}, today).map(({ seat, dueOn }) => [seat, dueOn])).toEqual([
      ['doctor', addDays(today, 14)],
      ['lead', addDays(today, 14)],
      ['gridWorker', addDays(today, 14)],
    ]);
  });

  it('in the national policy only the doctor comes', () => {
    expect(nextDues({ ...calm, band: 'stable' }, national, {}, today)).toEqual([
      { seat: 'doctor', countedFrom: today, dueOn: addDays(today, 90) },
    ]);
  });

  it('counts each seat from its own last visit', () => {
    const from = addDays(today, -20);
    const dues = nextDues(calm, four, { gridWorker: from }, today);
    expect(dues.find(due => due.seat === 'gridWorker')).toEqual({ seat: 'gridWorker', countedFrom: from, dueOn: addDays(from, 30) });
    expect(dues.find(due => due.seat === 'doctor')?.countedFrom).toBe(today);
  });

  it('never lets the doctor stay away longer than the norm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STABILITY_KEYS, null),
        fc.constantFrom(...RISK_RATINGS, null),
        fc.boolean(),
        fc.constantFrom('red', 'orange', 'yellow', 'green', null),
        (stability, risk, settled, band) => {
          const days = intervalDays({ stability, risk, settled, band, lastIncidentOn: null }, four, 'doctor');
          expect(days).toBeLessThanOrEqual(NATIONAL_INTERVAL_DAYS[stability ?? presumedStability(risk)]);
        },
      ),
    );
  });
});

describe('revised dates', () => {
  const from = addDays(today, -5);
  const gridWorker = { seat: 'gridWorker', countedFrom: from, dueOn: addDays(from, 30) } as const;
  const present = [gridWorker];

  it('come sooner at once when the band rises, counted from the last visit', () => {
    const due = revisedDues({ ...calm, band: 'red' }, four, present, today).find(one => one.seat === 'gridWorker');
    expect(due).toEqual({ seat: 'gridWorker', countedFrom: from, dueOn: addDays(from, 3) });
  });

  it('never later before the next visit: a form may have asked', () => {
    const asked = [{ ...gridWorker, dueOn: addDays(from, 9) }];
    expect(revisedDues(calm, four, asked, today).find(one => one.seat === 'gridWorker')?.dueOn).toBe(addDays(from, 9));
  });

  it('begin today for a seat that did not visit before', () => {
    expect(revisedDues(calm, four, present, today).find(one => one.seat === 'doctor')).toEqual({
      seat: 'doctor',
      countedFrom: today,
      dueOn: addDays(today, 90),
    });
  });
});

it('who was not met is tried again within two weeks, sooner where the interval is shorter', () => {
  expect(retryOn(today, 90, 14)).toBe(addDays(today, 14));
  expect(retryOn(today, 14, 14)).toBe(addDays(today, 14));
  expect(retryOn(today, 3, 14)).toBe(addDays(today, 3));
  expect(retryOn(today, 90, 7)).toBe(addDays(today, 7));
});
