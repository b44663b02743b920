import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/indicators.ts';

/** Whom a screening campaign asks to be looked after first: released, long without medicine, poor, without or with a weak guardian. */
export const KEY_GROUPS = inLanguage(
  {
    cameHome: '刚出院、刚释放回来',
    withoutMedicine: '较长时间没吃药',
    poor: '家里困难',
    noGuardian: '没有监护人',
    weakGuardian: '监护力量弱',
  },
  { en: en.KEY_GROUPS },
);
export type KeyGroup = keyof typeof KEY_GROUPS;
export const KEY_GROUP_KEYS = ['cameHome', 'withoutMedicine', 'poor', 'noGuardian', 'weakGuardian'] as const satisfies readonly KeyGroup[];
