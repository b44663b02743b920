import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { MessagePolicy } from './policy.terms.ts';

/** Words that tell a bystander what the family lives with. */
const TELLING = /药|病|精神|患者|监护|障碍|随访|治疗|住院|医/;

/** Whether words may stand on a lock screen. */
export const isDiscreet = (words: string): boolean => !TELLING.test(words);

export const checkMessagePolicy = (policy: MessagePolicy): Decision<MessagePolicy> => {
  const telling = Object.entries(policy.what).filter(([, words]) => !isDiscreet(words));
  return telling.length === 0
    ? grant(policy)
    : refuse(
        'POLICY_WORDS_INDISCREET',
        telling.map(([purpose]) => purpose),
      );
};
