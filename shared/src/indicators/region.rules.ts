import type { Value, Values } from './indicators.rules.ts';
import { QUESTION_KEYS, type IndicatorQuestion } from './indicators.terms.ts';

/** The digits that a province shares with its counties (two), a prefecture with its own (four), and a county with itself (six). */
export const regionDigits = (areaCode: string): string => areaCode.slice(0, 6).replace(/(00)+$/, '');

/** What the counties of a region tell together, and how many of them tell each number. */
type RegionSum = { readonly values: Values; readonly told: { readonly [Q in IndicatorQuestion]: number } };

/** Adds up what is told: a number that is hidden or not known is in no part of a sum. */
export function sumOfCounties(counties: readonly Values[]): RegionSum {
  const sums = QUESTION_KEYS.map(question => {
    const telling = counties.map(values => values[question]).filter(isTold);
    const sum = (part: (value: Told) => number) => telling.reduce((total, value) => total + part(value), 0);
    const value: Value =
      telling.length === 0
        ? { numerator: null, denominator: null, hidden: false }
        : { numerator: sum(({ numerator }) => numerator), denominator: sum(({ denominator }) => denominator), hidden: false };
    return { question, value, told: telling.length };
  });
  return {
    values: Object.fromEntries(sums.map(({ question, value }) => [question, value])) as unknown as Values,
    told: Object.fromEntries(sums.map(({ question, told }) => [question, told])) as unknown as RegionSum['told'],
  };
}

type Told = { readonly numerator: number; readonly denominator: number; readonly hidden: boolean };
const isTold = (value: Value): value is Told => !value.hidden && value.numerator !== null && value.denominator !== null;
