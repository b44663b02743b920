/** Why somebody is brought home, or to whoever takes them over. */
export const ESCORT_REASONS = {
  elsewhere: '外地人员返乡',
  homeless: '流浪乞讨人员',
  noGuardian: '没有监护人',
  hospital: '送医或出院接回',
} as const;
export type EscortReason = keyof typeof ESCORT_REASONS;

export const ESCORT_STATES = { planned: '准备护送', underway: '护送中', handedOver: '已交接', cancelled: '已取消' } as const;
export type EscortState = keyof typeof ESCORT_STATES;

/** What was handed over with the person; what is ticked stands on the receipt. */
export const ESCORT_ITEMS = {
  medicine: '随身药品',
  prescription: '用药单',
  record: '病历和诊断',
  identity: '身份证件',
  money: '随身钱物',
  clothes: '衣物',
} as const;
export type EscortItem = keyof typeof ESCORT_ITEMS;
export const ESCORT_ITEM_KEYS = Object.keys(ESCORT_ITEMS) as readonly EscortItem[];
