import type { DifferenceAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { valueInWords } from '@guanhu/shared/exchange/difference.terms';
import { exchangeWords } from '../../../words/exchange.ts';

type Answered = Pick<DifferenceAnswer, 'field' | 'answeredBy' | 'value' | 'words'>;

/** Who answered, what it was corrected to, and why: what there is of these, in this order. */
export const answerLines = ({ field, answeredBy, value, words }: Answered): readonly string[] => [
  ...(answeredBy === null ? [] : [exchangeWords.answeredBy(answeredBy)]),
  ...(value === null ? [] : [exchangeWords.correctedTo(valueInWords(field, value))]),
  ...(words === null ? [] : [words]),
];
