import type { IndicatorsAnswer } from '@guanhu/shared/indicators/indicators.contract';
import { shareOf, type Value } from '@guanhu/shared/indicators/indicators.rules';
import { GRADED_QUESTIONS, QUESTION_KEYS, QUESTIONS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import { indicatorsWords } from '../../../words/indicators.ts';

/** One named question as the phone shows it. */
type IndicatorLine = {
  readonly question: IndicatorQuestion;
  readonly name: string;
  /** How it is counted, and what it should be. */
  readonly notes: readonly string[];
  /** The share; of groups too small to be told, that. */
  readonly share: string;
  /** Numerator and denominator; undefined where they may not be told. */
  readonly parts: string | undefined;
  readonly isBelow: boolean;
};

const count = (value: number | null): string => (value === null ? indicatorsWords.unknown : String(value));

function shareInWords(question: IndicatorQuestion, value: Value): string {
  if (value.hidden) return indicatorsWords.few;
  const share = shareOf(question, value);
  return share === null ? '—' : `${String(share)}${QUESTIONS[question].unit}`;
}

/** Every question of the place itself; those below their target first. */
export function indicatorLines({ own, targets }: Pick<IndicatorsAnswer, 'own' | 'targets'>): readonly IndicatorLine[] {
  const lines = QUESTION_KEYS.map(question => {
    const value = own.values[question];
    const graded = GRADED_QUESTIONS.find(each => each === question);
    const target = graded === undefined ? undefined : targets[graded];
    return {
      question,
      name: QUESTIONS[question].label,
      notes: [QUESTIONS[question].says, ...(target === undefined ? [] : [indicatorsWords.target(target)])],
      share: shareInWords(question, value),
      parts: value.hidden ? undefined : indicatorsWords.parts(count(value.numerator), count(value.denominator)),
      isBelow: own.below.some(each => each === question),
    };
  });
  return [...lines.filter(line => line.isBelow), ...lines.filter(line => !line.isBelow)];
}

/** '2026 年 11 月' of '2026-11'. */
export const monthInWords = (month: string): string => indicatorsWords.month(month.slice(0, 4), Number(month.slice(5)));
