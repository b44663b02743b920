import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_INDICATORS } from '../policy/indicator-policy.terms.ts';
import {
  belowTarget,
  hideFew,
  hideSmall,
  incidentsOf,
  isRegistered,
  monthsCounted,
  pointsOf,
  shareOf,
  trendFrom,
  valuesOf,
  type Counted,
} from './indicators.rules.ts';
import { COUNTS, INCIDENT_COUNT_KEYS, QUESTION_KEYS } from './indicators.terms.ts';

const counted = (some: Partial<Counted> = {}): Counted => ({
  ...(Object.fromEntries([...COUNTS, ...INCIDENT_COUNT_KEYS].map(name => [name, 0])) as unknown as Counted),
  residents: null,
  ...some,
});
const value = (numerator: number | null, denominator: number | null) => ({ numerator, denominator, hidden: false });
const on = calendarDate;

describe('the formulas', () => {
  it('has numerator and denominator of every named question (BQ-06, SJ-07, DY-01)', () => {
    const values = valuesOf(
      counted({
        residents: 10_000,
        registered: 40,
        managed: 38,
        withinNorm: 30,
        taking: 33,
        takingRegularly: 20,
        stable: 19,
        met: 36,
        examined: 10,
      }),
    );
    const shares = Object.fromEntries(QUESTION_KEYS.map(key => [key, shareOf(key, values[key])]));
    expect(shares).toEqual({
      detection: 4,
      management: 95,
      standardManagement: 75,
      medicated: 82.5,
      regularlyMedicated: 50,
      stable: 50,
      faceVisited: 90,
      examined: 25,
    });
  });

  it('rounds half up to two decimals, and knows no share of nobody or of an unknown number', () => {
    expect(shareOf('management', value(1, 3))).toBe(33.33);
    expect(shareOf('management', value(2, 3))).toBe(66.67);
    expect(shareOf('management', value(0, 0))).toBeNull();
    expect(shareOf('detection', value(5, null))).toBeNull();
    expect(shareOf('management', { numerator: null, denominator: null, hidden: true })).toBeNull();
  });

  it('counts whoever is diagnosed and neither dead, gone to another place nor merged as registered', () => {
    for (const state of ['registered', 'inCare', 'away', 'missing', 'hospitalised', 'inCustody'] as const)
      expect(isRegistered(state)).toBe(true);
    for (const state of ['suspected', 'notConfirmed', 'deceased', 'movedOut', 'merged'] as const) expect(isRegistered(state)).toBe(false);
  });
});

describe('small groups', () => {
  const rows = (...numerators: number[]) => numerators.map(managed => ({ values: valuesOf(counted({ registered: 40, managed })) }));
  const hidden = (all: ReturnType<typeof rows>) => all.map(({ values }) => values.management.hidden);

  it('are hidden: those of whom it holds, those of whom it does not, and a small whole; nobody is nobody', () => {
    const told = (managed: number, registered: number) => hideFew(valuesOf(counted({ registered, managed })), 5).management.hidden;
    expect(told(5, 10)).toBe(false);
    expect(told(4, 10)).toBe(true);
    expect(told(6, 10)).toBe(true);
    expect(told(0, 10)).toBe(false);
    expect(told(10, 10)).toBe(false);
    expect(told(4, 4)).toBe(true);
    expect(told(0, 0)).toBe(false);
  });

  it('take the smallest other place with them when they are alone: the sum above would give them away', () => {
    expect(hidden(hideSmall(rows(20, 3, 12), 5))).toEqual([false, true, true]);
    expect(hidden(hideSmall(rows(20, 3, 2), 5))).toEqual([false, true, true]);
    expect(hidden(hideSmall(rows(20, 30, 12), 5))).toEqual([false, false, false]);
    expect(hidden(hideSmall(rows(3), 5))).toEqual([true]);
  });

  it('never leaves one hidden place whose number the sum tells', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 }), numerators => {
        const secret = hidden(hideSmall(rows(...numerators), 5)).filter(Boolean).length;
        const others = numerators.filter(managed => managed > 0).length;
        expect(secret === 1 && others > 1).toBe(false);
      }),
    );
  });

  it('hides few incidents from whoever may not see the people, and says that there was none', () => {
    expect(incidentsOf(counted({ troubleMaking: 2 }), 5)).toMatchObject({ troubleMaking: null, selfHarm: 0 });
    expect(incidentsOf(counted({ troubleMaking: 5 }), 5).troubleMaking).toBe(5);
    expect(incidentsOf(counted({ troubleMaking: 2 }), null).troubleMaking).toBe(2);
  });
});

describe('the assessment sheet', () => {
  const policy = { ...SHIPPED_INDICATORS, targets: { management: 95, stable: 80 }, points: { management: 20, stable: 10, examined: 5 } };
  const values = (some: Partial<Counted>) => valuesOf(counted({ registered: 100, ...some }));

  it('gives the points of a reached target, and the part of one that was not (BQ-06)', () => {
    expect(pointsOf(values({ managed: 95, stable: 76, examined: 100 }), policy)).toEqual({ got: 35, most: 35 });
    expect(pointsOf(values({ managed: 38, stable: 38, examined: 0 }), policy)).toEqual({ got: 18, most: 35 });
  });

  it('counts what is not known neither way', () => {
    expect(pointsOf(values({}), policy)).toEqual({ got: 0, most: 25 });
    expect(pointsOf(valuesOf(counted()), policy)).toBeNull();
    expect(pointsOf(values({ managed: 95 }), { ...policy, points: {} })).toBeNull();
  });

  it('names what a supervisor looks into (DY-15)', () => {
    expect(belowTarget(values({ managed: 94, stable: 94 }), policy)).toEqual(['management']);
    expect(belowTarget(values({ managed: 95, stable: 10 }), policy)).toEqual(['stable']);
    expect(belowTarget(valuesOf(counted()), policy)).toEqual([]);
  });
});

it('counts the running month, and the one before until the day on which it closes', () => {
  const policy = { monthClosesOnDay: 5 };
  expect(monthsCounted(on('2026-03-06'), policy)).toEqual([{ month: '2026-03-01', until: '2026-03-06' }]);
  expect(monthsCounted(on('2026-03-05'), policy)).toEqual([
    { month: '2026-02-01', until: '2026-02-28' },
    { month: '2026-03-01', until: '2026-03-05' },
  ]);
  expect(monthsCounted(on('2026-01-01'), policy)[0]).toEqual({ month: '2025-12-01', until: '2025-12-31' });
  expect(trendFrom(on('2026-03-01'))).toBe('2025-04-01');
});
