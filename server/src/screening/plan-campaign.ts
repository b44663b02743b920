import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import { decideStages } from '@guanhu/shared/screening/campaign.rules';
import type { CampaignRef, PlanCampaignBody } from '@guanhu/shared/screening/campaign.contract';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { AskVillages } from './ask-villages.ts';
import { addVillages, insertCampaign } from './campaign.store.ts';
import { Clues } from './clues.ts';

/** A screening of an area in four dated stages; every village in it is asked. */
@Injectable()
export class PlanCampaign {
  readonly #clues: Clues;
  readonly #ask: AskVillages;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(clues: Clues, ask: AskVillages, audit: Audit, clock: Clock) {
    this.#clues = clues;
    this.#ask = ask;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, CAMPAIGN_DAYS_WRONG, CLUE_FORM_UNKNOWN */
  async run(tx: Tx, actor: Actor, { campaignId, groups, ...body }: PlanCampaignBody): Promise<CampaignRef> {
    await this.#clues.requireIn(tx, actor, 'screening:plan', body.areaId);
    const today = this.#clock.today();
    unwrap(decideStages(body, today));
    const { version: form, groups: known } = NEWEST_FORM;
    if (!groups.every(group => group in known)) throw new Refusal('CLUE_FORM_UNKNOWN', ['body.groups']);
    const campaign = { ...body, id: campaignId, groups: [...new Set(groups)], form, by: actor.personId, now: this.#clock.now() };
    if (!(await insertCampaign(tx, campaign))) throw new Refusal('INPUT_INVALID', ['body.campaignId']);
    await addVillages(tx, today);
    await this.#ask.run(tx);
    const facts = { areaId: body.areaId, from: body.planOn, until: body.endsOn };
    await this.#audit.deed(tx, { actor, act: 'screening:planned', objectKind: 'screening', objectId: campaignId, facts });
    return { campaignId };
  }
}
