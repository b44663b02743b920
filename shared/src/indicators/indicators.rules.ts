import { addDays, addMonths, endOfMonth, startOfMonth, type CalendarDate } from '../kernel/calendar-date.ts';
import type { IndicatorPolicy } from '../policy/indicator-policy.terms.ts';
import { isClosed, isDiagnosed } from '../registry/patient-life.rules.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import {
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

/** One question of one place. `hidden`: the numbers are there and too small to be told. */
export type Value = { readonly numerator: number | null; readonly denominator: number | null; readonly hidden: boolean };
export type Values = { readonly [Q in IndicatorQuestion]: Value };

/** Numerator and denominator of every question. */
export const valuesOf = (counted: Counted): Values =>
  Object.fromEntries(
    QUESTION_KEYS.map(key => {
      const { numerator, denominator } = QUESTIONS[key];
      return [key, { numerator: counted[numerator], denominator: counted[denominator], hidden: false }];
    }),
  ) as unknown as Values;

/** The share in the question's unit, with two decimals (half up); null when it is hidden, unknown, or of nobody. */
export function shareOf(question: IndicatorQuestion, { numerator, denominator, hidden }: Value): number | null {
  if (hidden || numerator === null || denominator === null || denominator === 0) return null;
  const scale = QUESTIONS[question].unit === '‰' ? 1000 : 100;
  return Math.round((numerator * scale * 100) / denominator) / 100;
}

/** Whether these numbers would tell of so few people that they could be guessed: those of whom it holds, those of whom it does not. */
function tellsOfFew({ numerator, denominator }: Value, hideBelow: number): boolean {
  if (numerator === null || denominator === null) return false;
  const few = (count: number) => count > 0 && count < hideBelow;
  return few(numerator) || few(denominator) || few(denominator - numerator);
}

const HIDDEN: Value = { numerator: null, denominator: null, hidden: true };

/** The numbers of one place by itself, with small groups hidden. */
export const hideFew = (values: Values, hideBelow: number): Values =>
  Object.fromEntries(QUESTION_KEYS.map(key => [key, tellsOfFew(values[key], hideBelow) ? HIDDEN : values[key]])) as unknown as Values;

/**
 * The numbers of places beside each other, with small groups hidden. Where one place alone would be hidden, the smallest of the others is
 * hidden too: otherwise the sum above them gives it away. How many live somewhere is no secret, and neither is it how many are registered
 * unless they are few.
 */
export function hideSmall<T extends { readonly values: Values }>(rows: readonly T[], hideBelow: number): T[] {
  const hidden = Object.fromEntries(QUESTION_KEYS.map(key => [key, hiddenOf(rows, key, hideBelow)])) as {
    readonly [Q in IndicatorQuestion]: ReadonlySet<number>;
  };
  return rows.map((row, index) => ({
    ...row,
    values: Object.fromEntries(QUESTION_KEYS.map(key => [key, hidden[key].has(index) ? HIDDEN : row.values[key]])) as unknown as Values,
  }));
}

function hiddenOf(rows: readonly { readonly values: Values }[], question: IndicatorQuestion, hideBelow: number): ReadonlySet<number> {
  const hidden = new Set(rows.flatMap((row, index) => (tellsOfFew(row.values[question], hideBelow) ? [index] : [])));
  if (hidden.size !== 1) return hidden;
  const [next] = rows
    .map((row, index) => ({ index, size: row.values[question].numerator ?? 0 }))
    .filter(({ index, size }) => !hidden.has(index) && size > 0)
    .sort((a, b) => a.size - b.size);
  return next ? hidden.add(next.index) : hidden;
}

/** How often an incident happened, or null where it is too few to be told. */
export const incidentsOf = (counted: Counted, hideBelow: number | null): { readonly [I in IncidentCount]: number | null } =>
  Object.fromEntries(
    INCIDENT_COUNT_KEYS.map(key => [key, hideBelow !== null && counted[key] > 0 && counted[key] < hideBelow ? null : counted[key]]),
  ) as { readonly [I in IncidentCount]: number | null };

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
