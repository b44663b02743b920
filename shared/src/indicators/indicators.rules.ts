import { addDays, addMonths, endOfMonth, startOfMonth, type CalendarDate } from '../kernel/calendar-date.ts';
import type { IndicatorPolicy } from '../policy/indicator-policy.terms.ts';
import { isClosed, isDiagnosed } from '../registry/patient-life.rules.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import {
  COUNTS,
  GRADED_QUESTIONS,
  INCIDENT_COUNT_KEYS,
  QUESTIONS,
  QUESTION_KEYS,
  type Count,
  type GradedQuestion,
  type IncidentCount,
  type IndicatorQuestion,
} from './indicators.terms.ts';

/** Whether somebody in this state is a registered patient of the place: diagnosed, and neither dead nor gone to another. */
export const isRegistered = (state: PatientState): boolean => isDiagnosed(state) && !isClosed(state);

/** What was counted of one place; `residents` is null where nobody has said how many people live there. */
export type Counted = { readonly [C in Exclude<Count, 'residents'>]: number } & { readonly residents: number | null } & {
  readonly [I in IncidentCount]: number;
};

/** One question of one place. `hidden`: the numbers are there and kept back. */
export type Value = { readonly numerator: number | null; readonly denominator: number | null; readonly hidden: boolean };
export type Values = { readonly [Q in IndicatorQuestion]: Value };

/** The counts of a place that are kept back from whoever may not see the people. How many live somewhere is no secret. */
export type KeptBack = ReadonlySet<Exclude<Count, 'residents'> | IncidentCount>;
export const NOTHING_KEPT_BACK: KeptBack = new Set();
const HIDDEN: Value = { numerator: null, denominator: null, hidden: true };

/** Numerator and denominator of every question that says nothing of what is kept back. */
export const valuesOf = (counted: Counted, keptBack: KeptBack = NOTHING_KEPT_BACK): Values =>
  Object.fromEntries(
    QUESTION_KEYS.map(key => {
      const { numerator, denominator } = QUESTIONS[key];
      const isHidden = keptBack.has(numerator) || (denominator !== 'residents' && keptBack.has(denominator));
      return [key, isHidden ? HIDDEN : { numerator: counted[numerator], denominator: counted[denominator], hidden: false }];
    }),
  ) as unknown as Values;

/** The share in the question's unit, with two decimals (half up); null when it is hidden, unknown, or of nobody. */
export function shareOf(question: IndicatorQuestion, { numerator, denominator, hidden }: Value): number | null {
  if (hidden || numerator === null || denominator === null || denominator === 0) return null;
  const scale = QUESTIONS[question].unit === '‰' ? 1000 : 100;
  return Math.round((numerator * scale * 100) / denominator) / 100;
}

type Hideable = KeptBack extends ReadonlySet<infer C> ? C : never;
const HIDEABLE = [...COUNTS.filter(count => count !== 'residents'), ...INCIDENT_COUNT_KEYS] as const satisfies readonly Hideable[];

/** Whom a count tells of: those of whom it holds, and by each question those of whom it does not. */
const GROUPS = Object.fromEntries(
  HIDEABLE.map(count => [
    count,
    [
      (counted: Counted) => counted[count],
      ...QUESTION_KEYS.flatMap(key => {
        const { numerator, denominator } = QUESTIONS[key];
        return numerator === count && denominator !== 'residents' ? [(counted: Counted) => counted[denominator] - counted[count]] : [];
      }),
    ],
  ]),
) as unknown as { readonly [C in Hideable]: readonly ((counted: Counted) => number)[] };

/** Nobody is nobody; some, but so few that they could be guessed. */
const isFew = (people: number, hideBelow: number): boolean => people > 0 && people < hideBelow;

const tellsOfFew = (counted: Counted, count: Hideable, hideBelow: number): boolean =>
  GROUPS[count].some(group => isFew(group(counted), hideBelow));

/** What is kept back of a place by itself: the counts that tell of few. */
export const fewOf = (counted: Counted, hideBelow: number): KeptBack =>
  new Set(HIDEABLE.filter(count => tellsOfFew(counted, count, hideBelow)));

/**
 * What is kept back of places beside each other, so that nobody who reads them, the place above them (`above` is kept back of it) and those
 * inside can work out a small number. Under a sum that is told, the few are hidden among the smallest of the others; under one that is
 * not, one place at least is kept back, or they would add up to it.
 */
export function keptBackOf(places: readonly Counted[], above: KeptBack, hideBelow: number): KeptBack[] {
  const hidden = new Map(HIDEABLE.map(count => [count, hiddenOf(places, { count, isToldAbove: !above.has(count), hideBelow })]));
  return places.map((_, at) => new Set(HIDEABLE.filter(count => hidden.get(count)?.has(at))));
}

/** Of which of these places, by their index, one count is kept back. */
function hiddenOf(
  places: readonly Counted[],
  { count, isToldAbove, hideBelow }: { count: Hideable; isToldAbove: boolean; hideBelow: number },
): ReadonlySet<number> {
  const bySize = places.map((place, at) => ({ place, at })).sort((a, b) => a.place[count] - b.place[count]);
  const hidden = new Set(bySize.filter(({ place }) => tellsOfFew(place, count, hideBelow)).map(({ at }) => at));
  const hideNext = (which: (place: Counted) => boolean): boolean => {
    const next = bySize.find(({ place, at }) => !hidden.has(at) && which(place));
    if (next) hidden.add(next.at);
    return next !== undefined;
  };
  if (!isToldAbove) {
    if (hidden.size === 0 && !hideNext(place => place[count] > 0)) hideNext(() => true);
    return hidden;
  }
  const fewTogether = () =>
    GROUPS[count].find(group =>
      isFew(
        bySize.reduce((sum, { place, at }) => sum + (hidden.has(at) ? group(place) : 0), 0),
        hideBelow,
      ),
    );
  for (;;) {
    const few = fewTogether();
    if (!few || !hideNext(place => few(place) > 0)) return hidden;
  }
}

/** What is kept back of a place inside of others: it stands on the last of these levels, and those it lies in on the ones before. */
export const keptBackAlong = (
  levels: readonly (readonly (Counted & { readonly id: string })[])[],
  path: readonly string[],
  hideBelow: number,
): KeptBack =>
  levels.reduce<KeptBack>((above, level, depth) => {
    const at = level.findIndex(place => place.id === path[depth]);
    return keptBackOf(level, above, hideBelow)[at] ?? NOTHING_KEPT_BACK;
  }, NOTHING_KEPT_BACK);

/** How often an incident happened, or null where it is kept back. */
export const incidentsOf = (counted: Counted, keptBack: KeptBack = NOTHING_KEPT_BACK): { readonly [I in IncidentCount]: number | null } =>
  Object.fromEntries(INCIDENT_COUNT_KEYS.map(key => [key, keptBack.has(key) ? null : counted[key]])) as {
    readonly [I in IncidentCount]: number | null;
  };

export type Points = { readonly got: number; readonly most: number };

/**
 * Points of the assessment sheet: of each question its points, or as much of them as of the target was reached, to one decimal. What is not
 * known of a place counts neither way. Without a question that counts: null.
 */
export function pointsOf(values: Values, policy: IndicatorPolicy): Points | null {
  const counting = GRADED_QUESTIONS.flatMap(question => {
    const [points, share] = [policy.points[question] ?? 0, shareOf(question, values[question])];
    if (points === 0 || share === null) return [];
    const target = policy.targets[question] ?? 100;
    return [{ points, got: target === 0 ? points : Math.round(points * Math.min(1, share / target) * 10) / 10 }];
  });
  if (counting.length === 0) return null;
  const sum = (of: (one: { points: number; got: number }) => number) =>
    Math.round(counting.reduce((total, one) => total + of(one), 0) * 10) / 10;
  return { got: sum(one => one.got), most: sum(one => one.points) };
}

/** The questions of which a place has not reached the target: what a supervisor looks into. */
export const belowTarget = (values: Values, policy: IndicatorPolicy): readonly GradedQuestion[] =>
  GRADED_QUESTIONS.filter(question => {
    const [target, share] = [policy.targets[question], shareOf(question, values[question])];
    return target !== undefined && share !== null && share < target;
  });

/** A month that is counted on a day: its first day, and up to which day it is counted. */
export type CountedMonth = { readonly month: CalendarDate; readonly until: CalendarDate };

/** The months that are counted on a day: the running one, and the one before while it may still change. */
export function monthsCounted(
  today: CalendarDate,
  { monthClosesOnDay }: Pick<IndicatorPolicy, 'monthClosesOnDay'>,
): readonly CountedMonth[] {
  const month = startOfMonth(today);
  const before = addMonths(month, -1);
  const isOpen = today <= addDays(month, monthClosesOnDay - 1);
  return [...(isOpen ? [{ month: before, until: endOfMonth(before) }] : []), { month, until: today }];
}

/** How many months a trend shows, the asked one among them. */
const TREND_MONTHS = 12;
/** The first month of the trend that ends with `month`. */
export const trendFrom = (month: CalendarDate): CalendarDate => addMonths(month, 1 - TREND_MONTHS);
