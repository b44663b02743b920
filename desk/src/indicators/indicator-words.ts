import { shareOf, type Value } from '@guanhu/shared/indicators/indicators.rules';
import { QUESTIONS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';

/** '94.9%'; what is hidden or not known is said so. */
export function shareInWords(question: IndicatorQuestion, value: Value): string {
  if (value.hidden) return '人数少，不公开';
  const share = shareOf(question, value);
  return share === null ? '—' : `${String(share)}${QUESTIONS[question].unit}`;
}

/** '37 / 39' */
export const partsInWords = ({ numerator, denominator, hidden }: Value): string =>
  hidden ? '—' : `${numerator === null ? '未填' : String(numerator)} / ${denominator === null ? '未填' : String(denominator)}`;

/** '2026年11月' */
export const monthInWords = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;

/** The months that can be asked about: this one and so many before. */
export function monthsBefore(month: string, count: number): readonly string[] {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5)) - 1];
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + number - back;
    return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
