import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { MergeAnswer, ProposeMergeBody } from '@guanhu/shared/registry/merge.contract';
import { decideSettled } from '@guanhu/shared/registry/merge.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { lockFiles } from './file.store.ts';
import { readObstacles } from './merge-rows.store.ts';
import { insertMerge } from './merge.store.ts';
import { Merges } from './merges.ts';

/** Says that two files are of one person. Nothing moves until another person agrees. */
@Injectable()
export class ProposeMerge {
  readonly #merges: Merges;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(merges: Merges, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#merges = merges;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal MERGE_NOT_FITTING, MERGE_TWO_AGREEMENTS, MERGE_MOVE_WAITING, MERGE_PROPOSED_ALREADY */
  async run(tx: Tx, actor: Actor, { mergeId, keptId, mergedId, take, reason }: ProposeMergeBody): Promise<MergeAnswer> {
    await this.#merges.requireBoth(tx, actor, keptId, mergedId);
    if (keptId === mergedId) throw new Refusal('MERGE_NOT_FITTING');
    const vault = await this.#vaults.of(tx.countyId);
    const files = await lockFiles(tx, vault, [keptId, mergedId]);
    if (files.some(file => file.state === 'merged')) throw new Refusal('MERGE_NOT_FITTING');
    unwrap(decideSettled(await readObstacles(tx, keptId, mergedId)));
    const proposed = { id: mergeId, keptId, mergedId, take, reason, proposedBy: actor.personId, proposedFor: standsFor(actor) };
    if (!(await insertMerge(tx, vault, { ...proposed, proposedAt: this.#clock.now() }))) throw new Refusal('MERGE_PROPOSED_ALREADY');
    for (const patientId of [keptId, mergedId])
      await this.#audit.deed(tx, {
        actor,
        act: 'registry:merge-proposed',
        objectKind: 'merge',
        objectId: mergeId,
        patientId,
        facts: { keptId, mergedId },
      });
    return this.#merges.show(tx, actor, await this.#merges.find(tx, actor, mergeId));
  }
}
