import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { FileValues } from '@guanhu/shared/registry/file-fields';
import { differingKeys } from '@guanhu/shared/registry/file-values.rules';
import type { IdType } from '@guanhu/shared/registry/id-document.rules';
import type { MergeAnswer, UndoMergeBody } from '@guanhu/shared/registry/merge.contract';
import { moveMerge } from '@guanhu/shared/registry/merge.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { lockFiles } from './file.store.ts';
import { Files } from './files.ts';
import { Lives } from './lives.ts';
import { unmergeRows } from './merge-rows.store.ts';
import { pointFile, updateUndone } from './merge.store.ts';
import { Merges } from './merges.ts';

/** Takes a merge back that was wrong. What has come to the kept file since stays there. */
@Injectable()
export class UndoMerge {
  readonly #merges: Merges;
  readonly #files: Files;
  readonly #lives: Lives;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(merges: Merges, files: Files, lives: Lives, vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#merges = merges;
    this.#files = files;
    this.#lives = lives;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @throws Refusal MERGE_NOT_OPEN, STALE, MERGE_UNDO_BLOCKED when the kept file was merged on or the document was given to another file */
  async run(tx: Tx, actor: Actor, mergeId: Id, { version, reason }: UndoMergeBody): Promise<MergeAnswer> {
    const { keptId, mergedId } = await this.#merges.find(tx, actor, mergeId);
    const vault = await this.#vaults.of(tx.countyId);
    const files = await lockFiles(tx, vault, [keptId, mergedId]);
    const [kept, merged] = [keptId, mergedId].map(id => files.find(file => file.id === id));
    const merge = await this.#merges.find(tx, actor, mergeId);
    if (merge.version !== version) throw new Refusal('STALE');
    unwrap(moveMerge(merge.state, 'undo'));
    if (!kept || kept.state === 'merged' || merged?.mergedInto !== keptId || merge.values === null || merge.formerState === null)
      throw new Refusal('MERGE_UNDO_BLOCKED');

    const undone = { id: mergeId, version: merge.version, by: actor.personId, at: this.#clock.now(), reason };
    if (!(await updateUndone(tx, vault, undone))) throw new Refusal('STALE');
    await this.#files.put(tx, { actor, file: kept, values: without(kept.values, merge.values), act: 'registry:record-unmerged' });
    await this.#requireFreeDocument(tx, merged.values, mergedId, keptId);
    await unmergeRows(tx, { mergeId, keptId, mergedId });
    await pointFile(tx, mergedId, null);
    await this.#lives.setMerged(tx, mergedId, merge.formerState);
    await this.#lives.setMerged(tx, keptId, kept.state);
    await this.#outbox.put(tx, { kind: 'patients-unmerged', key: mergeId, payload: { keptId, mergedId } });
    await this.#outbox.put(tx, { kind: 'visits-moved', key: `${mergeId}:back`, payload: { keptId, mergedId } });
    for (const patientId of [keptId, mergedId])
      await this.#audit.deed(tx, {
        actor,
        act: 'registry:merge-undone',
        objectKind: 'merge',
        objectId: mergeId,
        patientId,
        facts: { keptId, mergedId },
      });
    return this.#merges.show(tx, actor, await this.#merges.find(tx, actor, mergeId));
  }

  /** The file that comes back brings its document: nobody else may have it by now. */
  async #requireFreeDocument(tx: Tx, { idType, idNumber }: FileValues, mergedId: Id, keptId: Id): Promise<void> {
    if (typeof idType !== 'string' || typeof idNumber !== 'string') return;
    const holder = await this.#files.holder(tx, idType as IdType, idNumber);
    // Its own number leads to the kept file while it is still merged; another file that has it is found first.
    if (holder && holder.id !== keptId && holder.id !== mergedId) throw new Refusal('MERGE_UNDO_BLOCKED');
  }
}

/** The file without what the merge brought; what was changed since by hand stays. */
function without(now: FileValues, { kept, after }: { readonly kept: FileValues; readonly after: FileValues }): FileValues {
  const brought = differingKeys(kept, after).filter(key => JSON.stringify(now[key]) === JSON.stringify(after[key]));
  return { ...now, ...Object.fromEntries(brought.map(key => [key, kept[key]])) };
}
