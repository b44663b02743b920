import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_INDICATORS } from '../policy/indicator-policy.terms.ts';
import {
  belowTarget,
  fewOf,
  incidentsOf,
  isRegistered,
  keptBackAlong,
  keptBackOf,
  monthsCounted,
  NOTHING_KEPT_BACK,
  pointsOf,
  shareOf,
  trendFrom,
  valuesOf,
  type Counted,
  type KeptBack,
} from './indicators.rules.ts';
import { COUNTS, INCIDENT_COUNT_KEYS, QUESTION_KEYS, QUESTIONS } from './indicators.terms.ts';

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
  const rows = (...numerators: number[]) => numerators.map(managed => counted({ registered: 40, managed }));
  const hidden = (all: Counted[]) => keptBackOf(all, NOTHING_KEPT_BACK, 5).map(kept => kept.has('managed'));

  it('are hidden: those of whom it holds, those of whom it does not, and a small whole; nobody is nobody', () => {
    const isHidden = (managed: number, registered: number) => {
      const one = counted({ registered, managed });
      return valuesOf(one, fewOf(one, 5)).management.hidden;
    };
    expect(isHidden(5, 10)).toBe(false);
    expect(isHidden(4, 10)).toBe(true);
    expect(isHidden(6, 10)).toBe(true);
    expect(isHidden(0, 10)).toBe(false);
    expect(isHidden(10, 10)).toBe(false);
    expect(isHidden(4, 4)).toBe(true);
    expect(isHidden(0, 0)).toBe(false);
  });

  it('are hidden in every question that they are part of', () => {
    const one = counted({ registered: 40, managed: 38, stable: 20, examined: 20 });
    const { management, stable, examined } = valuesOf(one, fewOf(one, 5));
    // 38 of 40 tells of two; 20 of 38, beside 20 of 40, would tell the same.
    expect([management.hidden, stable.hidden, examined.hidden]).toEqual([true, true, false]);
  });

  it('take the smallest other places with them until they are few no more: the sum above would give them away', () => {
    expect(hidden(rows(20, 3, 12))).toEqual([false, true, true]);
    expect(hidden(rows(20, 3, 2))).toEqual([false, true, true]);
    expect(hidden(rows(20, 2, 2, 12))).toEqual([false, true, true, true]);
    expect(hidden(rows(20, 30, 12))).toEqual([false, false, false]);
    expect(hidden(rows(20, 38, 12))).toEqual([false, true, true]);
    expect(hidden(rows(3))).toEqual([true]);
  });

  it('hides a place that was taken along on its own page too, and one of the places inside of it', () => {
    const county = { id: 'county', ...counted({ managed: 35, registered: 200 }) };
    const towns = [3, 12, 20].map((managed, at) => ({ id: `town${String(at)}`, ...counted({ managed, registered: 60 }) }));
    const villages = [5, 7].map((managed, at) => ({ id: `village${String(at)}`, ...counted({ managed, registered: 30 }) }));
    const kept = (...path: string[]) => keptBackAlong([[county], towns, villages].slice(0, path.length), path, 5).has('managed');
    expect(kept('county')).toBe(false);
    expect([kept('county', 'town0'), kept('county', 'town1'), kept('county', 'town2')]).toEqual([true, true, false]);
    expect([kept('county', 'town1', 'village0'), kept('county', 'town1', 'village1')]).toEqual([true, false]);
  });

  it('hides few incidents from whoever may not see the people, with another place, and says that there was none', () => {
    const places = [2, 0, 6, 9].map(troubleMaking => counted({ troubleMaking }));
    const kept = keptBackOf(places, NOTHING_KEPT_BACK, 5);
    expect(places.map((place, at) => incidentsOf(place, kept[at]).troubleMaking)).toEqual([null, 0, null, 9]);
    expect(incidentsOf(counted({ troubleMaking: 2 }))).toMatchObject({ troubleMaking: 2, selfHarm: 0 });
  });

  it('cannot be worked out by whoever reads every page of a county', () => {
    const village = fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.integer({ min: 0, max: 14 })));
    const county = fc.array(fc.array(village, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(county, towns => {
        const pages = pagesOf(towns.map(town => town.map(numbers => countedFrom(numbers))));
        const solve = solver(pages.flatMap(page => toldBy(page).map(count => ({ count, villages: page.villages }))));
        for (const { place, villages } of pages)
          for (const count of SECRET)
            for (const whole of [null, ...WHOLES[count]]) {
              const size = whole === null ? place[count] : place[whole] - place[count];
              if (size > 0 && size < 5) expect(solve({ count, villages }, whole)).toBe(false);
            }
      }),
      { numRuns: 300 },
    );
  });
});

const SECRET = ['registered', 'managed', 'stable', 'examined', 'troubleMaking'] as const;
type Secret = (typeof SECRET)[number];
/** Beside which counts a count tells of those of whom it does not hold. */
const WHOLES: { readonly [S in Secret]: readonly Secret[] } = {
  registered: [],
  managed: ['registered'],
  stable: ['managed'],
  examined: ['registered'],
  troubleMaking: [],
};
/** Random numbers as counts that lie in one another. */
function countedFrom([managed = 0, registered = 0, stable = 0, examined = 0, troubleMaking = 0]: readonly number[]): Counted {
  const people = { registered: registered + managed, managed, stable: Math.min(stable, managed) };
  return counted({ ...people, examined: Math.min(examined, people.registered), troubleMaking });
}

type Page = { readonly place: Counted; readonly keptBack: KeptBack; readonly villages: readonly number[] };
/** Every page of a county: its own, those of its townships and of their villages. */
function pagesOf(towns: readonly (readonly Counted[])[]): Page[] {
  let next = 0;
  const numbered = towns.map(town => town.map(village => ({ place: { id: `v${String(next)}`, ...village }, villages: [next++] })));
  const whole = (id: string, parts: readonly { place: Counted; villages: readonly number[] }[]) => ({
    place: { id, ...counted(Object.fromEntries(SECRET.map(count => [count, parts.reduce((sum, part) => sum + part.place[count], 0)]))) },
    villages: parts.flatMap(part => part.villages),
  });
  const townships = numbered.map((town, at) => whole(`t${String(at)}`, town));
  const county = whole('county', townships);
  const level = (parts: readonly { place: Counted & { id: string } }[]) => parts.map(part => part.place);
  const page = (
    one: { place: Counted & { id: string }; villages: readonly number[] },
    levels: (Counted & { id: string })[][],
    path: string[],
  ) => ({
    ...one,
    keptBack: keptBackAlong(levels, path, 5),
  });
  return [
    page(county, [[county.place]], ['county']),
    ...townships.map(town => page(town, [[county.place], level(townships)], ['county', town.place.id])),
    ...numbered.flatMap((town, at) =>
      town.map(village => page(village, [[county.place], level(townships), level(town)], ['county', `t${String(at)}`, village.place.id])),
    ),
  ];
}

/** The counts that the answer for a page tells, in whichever question. */
function toldBy({ place, keptBack }: Page): Secret[] {
  const values = valuesOf(place, keptBack);
  const told = QUESTION_KEYS.filter(key => !values[key].hidden).flatMap(key => [QUESTIONS[key].numerator, QUESTIONS[key].denominator]);
  return SECRET.filter(
    count => (told as string[]).includes(count) || (count === 'troubleMaking' && incidentsOf(place, keptBack)[count] !== null),
  );
}

type Sum = { readonly count: Secret; readonly villages: readonly number[] };
/** Whether a sum of the villages' numbers, or what `whole` exceeds it by, follows from sums that are told: Gauss, modulo a prime. */
function solver(told: readonly Sum[]) {
  const PRIME = 10_007;
  const MOST = 16;
  const row = ({ count, villages }: Sum, sign = 1) => {
    const one = Array<number>(SECRET.length * MOST).fill(0);
    for (const village of villages) one[SECRET.indexOf(count) * MOST + village] = sign;
    return one;
  };
  const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;
  const power = (base: number, exponent: number): number =>
    exponent === 0 ? 1 : modulo(power(modulo(base * base), Math.floor(exponent / 2)) * (exponent % 2 === 1 ? base : 1));
  const basis = new Map<number, readonly number[]>();
  const reduced = (from: readonly number[]) => {
    let left = from.map(modulo);
    for (let at = 0; at < left.length; at++) {
      const [factor = 0, known] = [left[at], basis.get(at)];
      if (factor !== 0 && known) left = left.map((value, place) => modulo(value - factor * (known[place] ?? 0)));
    }
    return left;
  };
  for (const sum of told) {
    const left = reduced(row(sum));
    const at = left.findIndex(value => value !== 0);
    if (at >= 0)
      basis.set(
        at,
        left.map(value => modulo(value * power(left[at] ?? 1, PRIME - 2))),
      );
  }
  return (sum: Sum, whole: Secret | null): boolean => {
    const [part, all] = [row(sum, whole === null ? 1 : -1), whole === null ? [] : row({ ...sum, count: whole })];
    return reduced(part.map((value, at) => value + (all[at] ?? 0))).every(value => value === 0);
  };
}

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
