import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideVillageAnswer } from '@guanhu/shared/screening/campaign.rules';
import type { AnswerVillageBody, CampaignRef } from '@guanhu/shared/screening/campaign.contract';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { answerVillage, readVillages } from './campaign.store.ts';
import { Campaigns } from './campaigns.ts';
import { Clues } from './clues.ts';

/** A village has looked. Its clues are counted here, not typed; it may answer anew while the screening runs. */
@Injectable()
export class AnswerVillage {
  readonly #clues: Clues;
  readonly #campaigns: Campaigns;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(clues: Clues, campaigns: Campaigns, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#clues = clues;
    this.#campaigns = campaigns;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, CAMPAIGN_NOT_RUNNING, VILLAGE_HAS_CLUES, VILLAGE_WITHOUT_CLUES */
  async run(tx: Tx, actor: Actor, campaignId: Id, areaId: Id, { answer }: AnswerVillageBody): Promise<CampaignRef> {
    await this.#clues.requireIn(tx, actor, 'screening:answer', areaId);
    const campaign = await this.#campaigns.find(tx, [areaId], campaignId);
    const today = this.#clock.today();
    const [village] = await readVillages(tx, { areas: [areaId], campaignId, areaId, today });
    if (!village) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    unwrap(decideVillageAnswer(answer, village.clues, campaign, today));
    await answerVillage(tx, { campaignId, areaId, answer, by: actor.personId, now: this.#clock.now() });
    await this.#agenda.finishNamed(tx, { kind: 'villageRound', causeId: campaignId, part: areaId, by: actor.personId });
    const facts = { areaId, answer, clues: village.clues };
    await this.#audit.deed(tx, { actor, act: 'screening:village-answered', objectKind: 'screening', objectId: campaignId, facts });
    return { campaignId };
  }
}
