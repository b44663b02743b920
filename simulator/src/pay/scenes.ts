/** What a transfer scene demands. Every info type must be reported exactly once. */
export interface Scene {
  infoTypes: readonly string[];
  perceptions: readonly string[];
}

/** The scenes that can be granted to a merchant here. 1013 is not confirmed on a real account. */
export const SCENES: Readonly<Record<string, Scene>> = {
  '1000': { infoTypes: ['活动名称', '奖励说明'], perceptions: ['活动奖励', '现金奖励'] },
  '1002': { infoTypes: ['补贴类型'], perceptions: ['行政补贴', '行政奖励'] },
  '1013': { infoTypes: ['公益活动名称', '公益活动备案编号'], perceptions: ['公益补助'] },
};
