import type { DifferenceAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { optionsOf, type ExchangeField } from '@guanhu/shared/exchange/difference.terms';
import { exchangeWords } from '../../../words/exchange.ts';

/** What a field's value says; a text says itself. */
export const valueInWords = (field: ExchangeField, value: string | null): string =>
  value === null ? exchangeWords.nothingKnown : (optionsOf(field)?.[value] ?? value);

type Answered = Pick<DifferenceAnswer, 'field' | 'answeredBy' | 'value' | 'words'>;

/** Who answered, what it was corrected to, and why: what there is of these, in this order. */
export const answerLines = ({ field, answeredBy, value, words }: Answered): readonly string[] => [
  ...(answeredBy === null ? [] : [exchangeWords.answeredBy(answeredBy)]),
  ...(value === null ? [] : [exchangeWords.correctedTo(valueInWords(field, value))]),
  ...(words === null ? [] : [words]),
];
