import { route } from '../kernel/route.ts';
import type * as C from './campaign.contract.ts';

type OfCampaign = { campaignId: string };

export const listCampaigns = route<{ query: C.CampaignsQuery; answer: C.CampaignsPage }>()('GET', '/screening/campaigns');
export const planCampaign = route<{ body: C.PlanCampaignBody; answer: C.CampaignRef }>()('POST', '/screening/campaigns');
export const readCampaign = route<{ params: OfCampaign; answer: C.CampaignAnswer }>()('GET', '/screening/campaigns/:campaignId');
export const answerVillage = route<{ params: OfCampaign & { areaId: string }; body: C.AnswerVillageBody; answer: C.CampaignRef }>()(
  'POST',
  '/screening/campaigns/:campaignId/villages/:areaId',
);
export const findGap = route<{ params: OfCampaign; body: C.FindGapBody; answer: C.GapRef }>()(
  'POST',
  '/screening/campaigns/:campaignId/gaps',
);
export const correctGap = route<{ params: { gapId: string }; body: C.CorrectGapBody; answer: C.GapRef }>()(
  'POST',
  '/screening/gaps/:gapId/correct',
);
