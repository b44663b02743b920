import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { isCarriedOut } from '@guanhu/shared/screening/campaign.rules';
import type { CorrectGapBody, FindGapBody, GapRef } from '@guanhu/shared/screening/campaign.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { fillGap, insertGap, readGaps } from './campaign.store.ts';
import { Campaigns } from './campaigns.ts';
import { Clues } from './clues.ts';

/** The self-check: what is missing in a village, and how it was filled. */
@Injectable()
export class Gaps {
  readonly #clues: Clues;
  readonly #campaigns: Campaigns;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(clues: Clues, campaigns: Campaigns, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#clues = clues;
    this.#campaigns = campaigns;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, CAMPAIGN_NOT_RUNNING */
  async find(tx: Tx, actor: Actor, campaignId: Id, { gapId, areaId, words }: FindGapBody): Promise<GapRef> {
    await this.#clues.requireIn(tx, actor, 'screening:self-check', areaId);
    const campaign = await this.#campaigns.find(tx, [areaId], campaignId);
    if (!isCarriedOut(campaign, this.#clock.today())) throw new Refusal('CAMPAIGN_NOT_RUNNING');
    const gap = { id: gapId, campaignId, areaId, words, by: actor.personId, now: this.#clock.now() };
    if (!(await insertGap(tx, await this.#vaults.of(tx.countyId), gap))) throw new Refusal('INPUT_INVALID', ['body.gapId']);
    await this.#deed(tx, actor, 'screening:gap-found', gapId);
    return { gapId };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, GAP_FILLED, GAP_VILLAGE_SILENT while a village that was to answer has not */
  async correct(tx: Tx, actor: Actor, gapId: Id, { remark }: CorrectGapBody): Promise<GapRef> {
    const vault = await this.#vaults.of(tx.countyId);
    const [gap] = await readGaps(tx, vault, { gapId });
    if (!gap) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#clues.requireIn(tx, actor, 'screening:answer', gap.areaId);
    if (gap.kind === 'unanswered' && !gap.villageAnswered) throw new Refusal('GAP_VILLAGE_SILENT');
    if (!(await fillGap(tx, vault, { id: gapId, remark, by: actor.personId, now: this.#clock.now() }))) throw new Refusal('GAP_FILLED');
    await this.#deed(tx, actor, 'screening:gap-filled', gapId);
    return { gapId };
  }

  #deed(tx: Tx, actor: Actor, act: string, objectId: Id): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'screening-gap', objectId });
  }
}
