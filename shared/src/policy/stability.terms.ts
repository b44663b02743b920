import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/policy.ts';

const LABELS = inLanguage({ unstable: '不稳定', basicStable: '基本稳定', stable: '稳定' }, { en: en.STABILITIES });

/** 病情分类, most serious first. `code` is the national form's. */
export const STABILITIES = {
  unstable: { code: 1, label: LABELS.unstable },
  basicStable: { code: 2, label: LABELS.basicStable },
  stable: { code: 3, label: LABELS.stable },
} as const;
export type Stability = keyof typeof STABILITIES;
export const STABILITY_KEYS = ['unstable', 'basicStable', 'stable'] as const satisfies readonly Stability[];
