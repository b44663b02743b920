import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/screening.ts';

/** A county's or township's own campaign, or the standing one of every half-year. */
export const CAMPAIGN_KINDS = inLanguage({ campaign: '专项排查', round: '半年排查' }, { en: en.CAMPAIGN_KINDS });
export type CampaignKind = keyof typeof CAMPAIGN_KINDS;

/** The four dated stages of a campaign, in their order. */
export const STAGES = inLanguage(
  { plan: '动员部署', carryOut: '全面排查', fillGaps: '自查补漏', consolidate: '巩固提升' },
  { en: en.STAGES },
);

const PHASE_ENDS = inLanguage({ ahead: '还没开始', over: '已结束' }, { en: en.PHASE_ENDS });
export const PHASES = { ahead: PHASE_ENDS.ahead, ...STAGES, over: PHASE_ENDS.over };
export type Phase = keyof typeof PHASES;

/** What a village answers. How many clues there are is counted, never typed. */
export const VILLAGE_ANSWERS = inLanguage({ nobody: '都看过了，没有发现', clues: '都看过了，线索已交' }, { en: en.VILLAGE_ANSWERS });
export type VillageAnswer = keyof typeof VILLAGE_ANSWERS;

/** What a self-check finds: the software sees who has not answered, people see the rest. */
export const GAP_KINDS = inLanguage({ unanswered: '到期没有答复', other: '自查发现' }, { en: en.GAP_KINDS });
export type GapKind = keyof typeof GAP_KINDS;
