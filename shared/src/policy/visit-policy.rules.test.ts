import fc from 'fast-check';
import { addMonths, calendarDate } from '../kernel/calendar-date.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import type { BandRule, VisitPolicy } from './policy.terms.ts';
import { SHIPPED_VISIT_POLICIES } from './shipped-policies.ts';
import { STABILITY_KEYS } from './stability.terms.ts';
import { NATIONAL_INTERVAL_DAYS, bandOf, checkVisitPolicy, classOfRisk, looserBands, rankOf, worse } from './visit-policy.rules.ts';

const today = calendarDate('2026-06-15');
const facts = { risk: null, stability: null, lastIncidentOn: null };
const four = SHIPPED_VISIT_POLICIES.fourColours.policy;
const three = SHIPPED_VISIT_POLICIES.threeColours.policy;
const national = SHIPPED_VISIT_POLICIES.national.policy;
const withBands = (...bands: BandRule[]): VisitPolicy => ({ ...four, bands });
const rest = four.bands.at(-1)!;

describe('the band of a patient', () => {
  it.each([
    [0, 'green'],
    [1, 'yellow'],
    [2, 'yellow'],
    [3, 'orange'],
    [4, 'red'],
    [5, 'red'],
  ] as const)('four colours: risk %i is %s', (risk, key) => {
    expect(bandOf(four, { ...facts, risk }, today)?.key).toBe(key);
  });

  it.each([
    [0, null, 'green'],
    [2, null, 'yellow'],
    [3, null, 'red'],
    [0, 'unstable', 'red'],
    [1, 'stable', 'yellow'],
  ] as const)('three colours: risk %s and class %s is %s', (risk, stability, key) => {
    expect(bandOf(three, { ...facts, risk, stability }, today)?.key).toBe(key);
  });

  it.each([['unstable'], ['basicStable'], ['stable']] as const)('national: class %s is its own band', stability => {
    expect(bandOf(national, { ...facts, risk: 0, stability }, today)?.key).toBe(stability);
  });

  it('an incident reddens for twelve months and not a day longer', () => {
    const lastIncidentOn = calendarDate('2025-06-15');
    expect(bandOf(four, { ...facts, risk: 0, lastIncidentOn }, addMonths(lastIncidentOn, 12))?.key).toBe('red');
    expect(bandOf(four, { ...facts, risk: 0, lastIncidentOn }, calendarDate('2026-06-16'))?.key).toBe('green');
  });

  it('nothing known, no colour: green would be an invention', () => {
    expect(bandOf(four, facts, today)).toBeNull();
    expect(bandOf(four, { ...facts, lastIncidentOn: today }, today)?.key).toBe('red');
  });

  it('ranks the most serious first and knows no band of another policy', () => {
    expect([rankOf(four, 'red'), rankOf(four, 'green'), rankOf(four, 'unstable')]).toEqual([0, 3, null]);
  });
});

it('the worse class wins, the known one over the unknown', () => {
  expect(worse('stable', 'unstable')).toBe('unstable');
  expect(worse('basicStable', 'stable')).toBe('basicStable');
  expect(worse(null, 'stable')).toBe('stable');
  expect(worse('stable', null)).toBe('stable');
  expect(worse(null, null)).toBeNull();
});

describe('whether a county may use a policy', () => {
  it.each(Object.entries(SHIPPED_VISIT_POLICIES))('the shipped %s', (_, { policy }) => {
    expect(checkVisitPolicy(policy)).toEqual({ granted: true, value: policy });
  });

  it.each([
    ['no band at all', withBands()],
    ['none for the rest', withBands(four.bands[0]!)],
    ['one for the rest in the middle', withBands(rest, four.bands[0]!)],
    ['two for the rest', withBands(rest, { ...rest, key: 'other' })],
    ['a key twice', withBands(four.bands[0]!, { ...rest, key: 'red' })],
  ])('not %s', (_, policy) => {
    expect(checkVisitPolicy(policy)).toEqual({ granted: false, code: 'POLICY_BANDS_INCOMPLETE' });
  });

  const changed = (key: string, doctor: number | undefined): VisitPolicy => ({
    ...four,
    bands: four.bands.map(band => (band.key === key ? { ...band, intervalDays: { ...band.intervalDays, doctor } } : band)),
  });
  it.each([
    ['red', 14],
    ['red', 15],
    ['orange', 14],
    ['orange', 15],
    ['yellow', 30],
    ['yellow', 31],
    ['green', 90],
    ['green', 91],
    ['green', undefined],
  ] as const)('four colours with the doctor in %s every %s days', (key, doctor) => {
    const most = { red: 14, orange: 14, yellow: 30, green: 90 }[key];
    expect(checkVisitPolicy(changed(key, doctor)).granted).toBe(doctor !== undefined && doctor <= most);
  });

  it('says which band and which seat, how many days and how many at most', () => {
    const loose = withBands(
      ...four.bands.map(band => (band.key === 'yellow' ? { ...band, intervalDays: { doctor: 31 } } : band)).slice(0, -1),
      { ...rest, intervalDays: { lead: 90 } },
    );
    expect(looserBands(loose)).toEqual([
      { band: 'yellow', label: '黄色', seat: 'doctor', days: 31, mostDays: 30 },
      { band: 'green', label: '绿色', seat: 'doctor', days: null, mostDays: 90 },
    ]);
    expect(looserBands(four)).toEqual([]);
  });

  it('a band that takes serious and calm patients is held to the serious ones', () => {
    const [only] = looserBands(withBands({ ...rest, intervalDays: { doctor: 15 } }));
    expect(only).toMatchObject({ days: 15, mostDays: 14 });
  });

  it('a band by class is held to that class', () => {
    const loose: BandRule = {
      key: 'weak',
      label: '不稳',
      colour: 'red',
      stability: 'unstable',
      riskAtLeast: 5,
      intervalDays: { doctor: 15 },
    };
    expect(checkVisitPolicy(withBands(loose, ...four.bands))).toEqual({
      granted: false,
      code: 'POLICY_LOOSER_THAN_NATIONAL',
      fields: ['weak.doctor'],
    });
  });

  it('what is granted never lets a doctor stay away longer than the norm, whatever the bands (BQ-09)', () => {
    const days = fc.integer({ min: 1, max: 120 });
    const band = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      riskAtLeast: fc.option(fc.constantFrom(...RISK_RATINGS), { nil: undefined }),
      stability: fc.option(fc.constantFrom(...STABILITY_KEYS), { nil: undefined }),
      doctor: days,
    });
    fc.assert(
      fc.property(fc.array(band, { maxLength: 4 }), days, fc.constantFrom(...RISK_RATINGS), (drawn, last, risk) => {
        const policy = withBands(
          ...drawn.map(({ doctor, ...one }) => ({ ...one, label: '档', colour: 'none' as const, intervalDays: { doctor } })),
          { key: 'rest', label: '其余', colour: 'none', intervalDays: { doctor: last } },
        );
        fc.pre(checkVisitPolicy(policy).granted);
        const stability = classOfRisk(risk);
        const doctor = bandOf(policy, { risk, stability, lastIncidentOn: null }, today)?.intervalDays.doctor;
        expect(doctor).toBeLessThanOrEqual(NATIONAL_INTERVAL_DAYS[stability]);
      }),
    );
  });
});
