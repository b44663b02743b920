import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/relief.ts';

/** Costs of a patient of unknown or other origin, paid by the township: reviewed, paid and supervised by different persons. */
export const COST_ORIGINS = inLanguage(
  { unknown: '身份不明', elsewhere: '外地人员', homeless: '流浪乞讨', threeNo: '三无人员' },
  { en: en.COST_ORIGINS },
);
export type CostOrigin = keyof typeof COST_ORIGINS;

/** What the bill is for. All but treatment belong to an escort. */
export const COST_ITEMS = inLanguage(
  { treatment: '救治', travel: '交通', board: '食宿', helpers: '护送人员补助', other: '护送其他费用' },
  { en: en.COST_ITEMS },
);
export type CostItem = keyof typeof COST_ITEMS;

export const COST_STATES = inLanguage(
  {
    proposed: '待审核',
    reviewed: '待支付',
    paid: '待监督检查',
    supervised: '已办结',
    returned: '已退回',
  },
  { en: en.COST_STATES },
);
export type CostState = keyof typeof COST_STATES;
export const COST_STATE_CODES = Object.keys(COST_STATES) as [CostState, ...CostState[]];

export const COST_ACTS = inLanguage(
  { proposed: '提出', reviewed: '审核', returned: '退回', paid: '支付', supervised: '监督检查' },
  { en: en.COST_ACTS },
);
export type CostAct = keyof typeof COST_ACTS;
