import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Words } from '../kernel/contract.ts';
import * as routes from './campaign.routes.ts';
import {
  CAMPAIGN_KINDS,
  GAP_KINDS,
  PHASES,
  VILLAGE_ANSWERS,
  type CampaignKind,
  type GapKind,
  type Phase,
  type VillageAnswer,
} from './campaign.terms.ts';
import { CLUE_STATES, type ClueState } from './clue.terms.ts';

const OfCampaign = z.strictObject({ campaignId: IdText });
const Count = z.int().min(0);
const Group = z.int().min(1).max(99);
const stageFields = { planOn: Day, carryOutOn: Day, fillGapsOn: Day, consolidateOn: Day, endsOn: Day };

const Campaign = z
  .object({
    campaignId: IdText,
    kind: keysOf<CampaignKind>(CAMPAIGN_KINDS),
    title: z.string(),
    areaName: z.string(),
    ...stageFields,
    phase: keysOf<Phase>(PHASES),
    form: z.int(),
    /** Numbers of the clue form's groups that it looks at; empty: all. */
    groups: z.array(z.int()),
    /** Of the reader's areas. */
    villages: Count,
    answered: Count,
    openGaps: Count,
    clues: Count,
  })
  .meta({ id: 'ScreeningCampaign' });
const Village = z
  .object({
    areaId: IdText,
    areaName: z.string(),
    answer: keysOf<VillageAnswer>(VILLAGE_ANSWERS).nullable(),
    answeredAt: Instant.nullable(),
    clues: Count,
    /** Clues whose next step is late. */
    late: Count,
    /** Whether the reader may answer for it today. */
    mine: z.boolean(),
  })
  .meta({ id: 'ScreeningVillage' });
const Gap = z
  .object({
    gapId: IdText,
    areaName: z.string(),
    kind: keysOf<GapKind>(GAP_KINDS),
    words: z.string().nullable(),
    foundAt: Instant,
    correctedAt: Instant.nullable(),
    remark: z.string().nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'ScreeningGap' });
/** The report to the county: numbers only. */
const Summary = z
  .object({
    byState: z.array(z.object({ state: keysOf<ClueState>(CLUE_STATES), clues: Count })),
    byGroup: z.array(z.object({ group: z.int().nullable(), clues: Count })),
  })
  .meta({ id: 'ScreeningSummary' });
const CampaignAnswer = z.object({
  campaign: Campaign,
  villages: z.array(Village),
  gaps: z.array(Gap),
  summary: Summary,
  mayFindGaps: z.boolean(),
});

const PlanCampaignBody = z.strictObject({
  campaignId: IdText,
  areaId: IdText,
  title: Words(40),
  groups: z.array(Group).max(20).readonly(),
  ...stageFields,
});
const CampaignRef = z.object({ campaignId: IdText });
const AnswerVillageBody = z.strictObject({ answer: keysOf<VillageAnswer>(VILLAGE_ANSWERS) });
const FindGapBody = z.strictObject({ gapId: IdText, areaId: IdText, words: Words(300) });
const CorrectGapBody = z.strictObject({ remark: Words(300) });
const GapRef = z.object({ gapId: IdText });

export const listCampaignsContract = contract({
  route: routes.listCampaigns,
  summary: 'Screenings of the reader’s areas, newest first, with how far they have got',
  door: 'screening:read',
  query: IdPageQuery,
  answer: PageOf(Campaign),
  refusals: [],
});
export const planCampaignContract = contract({
  route: routes.planCampaign,
  summary: 'Plan a screening of an area in four dated stages',
  door: 'screening:plan',
  body: PlanCampaignBody,
  answer: CampaignRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'CAMPAIGN_DAYS_WRONG', 'CLUE_FORM_UNKNOWN'],
  once: true,
});
export const readCampaignContract = contract({
  route: routes.readCampaign,
  summary: 'One screening: progress by village, gaps of the self-check, and the summary for the county; nobody is named',
  door: 'screening:read',
  params: OfCampaign,
  answer: CampaignAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const answerVillageContract = contract({
  route: routes.answerVillage,
  summary: 'A village has looked: nobody found, or the clues are handed in; it may say so anew while the screening runs',
  door: 'screening:answer',
  params: z.strictObject({ campaignId: IdText, areaId: IdText }),
  body: AnswerVillageBody,
  answer: CampaignRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'CAMPAIGN_NOT_RUNNING', 'VILLAGE_HAS_CLUES', 'VILLAGE_WITHOUT_CLUES'],
  once: true,
});
export const findGapContract = contract({
  route: routes.findGap,
  summary: 'Write down what a self-check found missing in a village',
  door: 'screening:self-check',
  params: OfCampaign,
  body: FindGapBody,
  answer: GapRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'CAMPAIGN_NOT_RUNNING'],
  once: true,
});
export const correctGapContract = contract({
  route: routes.correctGap,
  summary: 'Say how a gap was filled',
  door: 'screening:answer',
  params: z.strictObject({ gapId: IdText }),
  body: CorrectGapBody,
  answer: GapRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'GAP_FILLED', 'GAP_VILLAGE_SILENT'],
  once: true,
});

export type CampaignsQuery = z.input<typeof IdPageQuery>;
export type CampaignShown = z.infer<typeof Campaign>;
export type CampaignsPage = { rows: CampaignShown[]; next: string | null };
export type VillageShown = z.infer<typeof Village>;
export type GapShown = z.infer<typeof Gap>;
export type CampaignAnswer = z.infer<typeof CampaignAnswer>;
export type PlanCampaignBody = z.input<typeof PlanCampaignBody>;
export type CampaignRef = z.infer<typeof CampaignRef>;
export type AnswerVillageBody = z.input<typeof AnswerVillageBody>;
export type FindGapBody = z.input<typeof FindGapBody>;
export type CorrectGapBody = z.input<typeof CorrectGapBody>;
export type GapRef = z.infer<typeof GapRef>;
