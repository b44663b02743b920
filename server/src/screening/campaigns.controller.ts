import * as contracts from '@guanhu/shared/screening/campaign.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AnswerVillage } from './answer-village.ts';
import { Campaigns } from './campaigns.ts';
import { Gaps } from './gaps.ts';
import { PlanCampaign } from './plan-campaign.ts';

@Controller()
export class CampaignsController {
  readonly #writes: Writes;
  readonly #campaigns: Campaigns;
  readonly #plan: PlanCampaign;
  readonly #answer: AnswerVillage;
  readonly #gaps: Gaps;

  constructor(writes: Writes, campaigns: Campaigns, plan: PlanCampaign, answer: AnswerVillage, gaps: Gaps) {
    this.#writes = writes;
    this.#campaigns = campaigns;
    this.#plan = plan;
    this.#answer = answer;
    this.#gaps = gaps;
  }

  @Endpoint(contracts.listCampaignsContract)
  list(@Call() call: CallOf<typeof contracts.listCampaignsContract>) {
    return this.#campaigns.list(call.actor, call.query);
  }

  @Endpoint(contracts.planCampaignContract)
  plan(@Call() call: CallOf<typeof contracts.planCampaignContract>) {
    return this.#writes.once(call, tx => this.#plan.run(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readCampaignContract)
  read(@Call() call: CallOf<typeof contracts.readCampaignContract>) {
    return this.#campaigns.one(call.actor, call.params.campaignId);
  }

  @Endpoint(contracts.answerVillageContract)
  answer(@Call() call: CallOf<typeof contracts.answerVillageContract>) {
    const { campaignId, areaId } = call.params;
    return this.#writes.once(call, tx => this.#answer.run(tx, call.actor, campaignId, areaId, call.body));
  }

  @Endpoint(contracts.findGapContract)
  findGap(@Call() call: CallOf<typeof contracts.findGapContract>) {
    return this.#writes.once(call, tx => this.#gaps.find(tx, call.actor, call.params.campaignId, call.body));
  }

  @Endpoint(contracts.correctGapContract)
  correctGap(@Call() call: CallOf<typeof contracts.correctGapContract>) {
    return this.#writes.once(call, tx => this.#gaps.correct(tx, call.actor, call.params.gapId, call.body));
  }
}
