/** A county's or township's own campaign, or the standing one of every half-year. */
export const CAMPAIGN_KINDS = { campaign: '专项排查', round: '半年排查' } as const;
export type CampaignKind = keyof typeof CAMPAIGN_KINDS;

/** The four dated stages of a campaign, in their order. */
export const STAGES = { plan: '动员部署', carryOut: '全面排查', fillGaps: '自查补漏', consolidate: '巩固提升' } as const;

export const PHASES = { ahead: '还没开始', ...STAGES, over: '已结束' } as const;
export type Phase = keyof typeof PHASES;

/** What a village answers. How many clues there are is counted, never typed. */
export const VILLAGE_ANSWERS = { nobody: '都看过了，没有发现', clues: '都看过了，线索已交' } as const;
export type VillageAnswer = keyof typeof VILLAGE_ANSWERS;

/** What a self-check finds: the software sees who has not answered, people see the rest. */
export const GAP_KINDS = { unanswered: '到期没有答复', other: '自查发现' } as const;
export type GapKind = keyof typeof GAP_KINDS;
