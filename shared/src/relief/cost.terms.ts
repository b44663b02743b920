/** Costs of a patient of unknown or other origin, paid by the township: reviewed, paid and supervised by different persons. */
export const COST_ORIGINS = { unknown: '身份不明', elsewhere: '外地人员', homeless: '流浪乞讨', threeNo: '三无人员' } as const;
export type CostOrigin = keyof typeof COST_ORIGINS;

/** What the bill is for. All but treatment belong to an escort. */
export const COST_ITEMS = { treatment: '救治', travel: '交通', board: '食宿', helpers: '护送人员补助', other: '护送其他费用' } as const;
export type CostItem = keyof typeof COST_ITEMS;

export const COST_STATES = {
  proposed: '待审核',
  reviewed: '待支付',
  paid: '待监督检查',
  supervised: '已办结',
  returned: '已退回',
} as const;
export type CostState = keyof typeof COST_STATES;
export const COST_STATE_CODES = Object.keys(COST_STATES) as [CostState, ...CostState[]];

export const COST_ACTS = { proposed: '提出', reviewed: '审核', returned: '退回', paid: '支付', supervised: '监督检查' } as const;
export type CostAct = keyof typeof COST_ACTS;
