import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/exchange.ts';

/** Who hands in a list. */
export const DEPARTMENT_LABELS = inLanguage(
  { police: '公安', health: '卫健', civilAffairs: '民政', disabledFederation: '残联' },
  { en: en.DEPARTMENT_LABELS },
);

/** `lapsed`: nobody signed in time, and what the departments handed in is erased. */
export const ROUND_STATES = inLanguage({ open: '交换中', signed: '已签认', lapsed: '没有签认，名单已删除' }, { en: en.ROUND_STATES });
export type RoundState = keyof typeof ROUND_STATES;
