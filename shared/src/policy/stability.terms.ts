/** 病情分类, most serious first. `code` is the national form's. */
export const STABILITIES = {
  unstable: { code: 1, label: '不稳定' },
  basicStable: { code: 2, label: '基本稳定' },
  stable: { code: 3, label: '稳定' },
} as const;
export type Stability = keyof typeof STABILITIES;
export const STABILITY_KEYS = ['unstable', 'basicStable', 'stable'] as const satisfies readonly Stability[];
