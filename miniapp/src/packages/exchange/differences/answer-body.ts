import type { AnswerBody } from '@guanhu/shared/exchange/exchange.contract';
import type { DifferenceAnswer } from '@guanhu/shared/exchange/difference.terms';

type Typed = { readonly outcome: DifferenceAnswer | undefined; readonly value: string; readonly words: string };

/** What is sent of an answer: undefined while a correction has no value, or a dispute no reason. */
export function answerBody({ outcome, ...typed }: Typed, version: number): AnswerBody | undefined {
  const [value, words] = [typed.value.trim(), typed.words.trim()];
  if (outcome === undefined) return undefined;
  if ((outcome === 'corrected' && value === '') || (outcome === 'disputed' && words === '')) return undefined;
  return { outcome, version, ...(outcome === 'corrected' ? { value } : {}), ...(words === '' ? {} : { words }) };
}
