import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { newFaults } from '@guanhu/shared/registry/file-values.rules';
import type { DecideMergeBody, MergeAnswer } from '@guanhu/shared/registry/merge.contract';
import { decideSecondPerson, decideSettled, moveMerge } from '@guanhu/shared/registry/merge.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { lockFiles, type FileRow } from './file.store.ts';
import { Files } from './files.ts';
import { Lives } from './lives.ts';
import { mergeRows, readObstacles } from './merge-rows.store.ts';
import { pointFile, updateDecided, type MergeRow } from './merge.store.ts';
import { Merges, unitedValues } from './merges.ts';

/** Another person agrees that two files are of one person, and they become one; or does not. */
@Injectable()
export class DecideMerge {
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

  /** @throws Refusal MERGE_NOT_OPEN, MERGE_SAME_PERSON, STALE when either file changed since it was read, MERGE_NOT_FITTING, MERGE_TWO_AGREEMENTS, MERGE_MOVE_WAITING */
  async run(tx: Tx, actor: Actor, mergeId: Id, body: DecideMergeBody): Promise<MergeAnswer> {
    const { keptId, mergedId } = await this.#merges.find(tx, actor, mergeId);
    const vault = await this.#vaults.of(tx.countyId);
    const files = await lockFiles(tx, vault, [keptId, mergedId]);
    const [kept, merged] = [keptId, mergedId].map(id => files.find(file => file.id === id));
    // Read again now that nobody else can decide.
    const merge = await this.#merges.find(tx, actor, mergeId);
    unwrap(moveMerge(merge.state, body.decision));
    unwrap(decideSecondPerson(merge.proposedFor, standsFor(actor)));
    if (merge.version !== body.version) throw new Refusal('STALE');
    const decided = { id: mergeId, version: merge.version, by: actor.personId, at: this.#clock.now(), note: body.note ?? null };
    if (body.decision === 'refuse') {
      if (!(await updateDecided(tx, vault, decided, { state: 'refused' }))) throw new Refusal('STALE');
    } else {
      if (kept?.version !== body.keptVersion || merged?.version !== body.mergedVersion) throw new Refusal('STALE');
      await this.#merge(tx, actor, merge, kept, merged, decided);
    }
    for (const patientId of [keptId, mergedId])
      await this.#audit.deed(tx, {
        actor,
        act: body.decision === 'approve' ? 'registry:merged' : 'registry:merge-refused',
        objectKind: 'merge',
        objectId: mergeId,
        patientId,
        facts: { keptId, mergedId },
      });
    return this.#merges.show(tx, actor, await this.#merges.find(tx, actor, mergeId));
  }

  async #merge(
    tx: Tx,
    actor: Actor,
    merge: MergeRow,
    kept: FileRow,
    merged: FileRow,
    decided: Parameters<typeof updateDecided>[2],
  ): Promise<void> {
    if (kept.state === 'merged' || merged.state === 'merged') throw new Refusal('MERGE_NOT_FITTING');
    unwrap(decideSettled(await readObstacles(tx, kept.id, merged.id)));
    const after = unitedValues(kept.values, merged.values, merge.take);
    if (newFaults(kept.values, after, this.#clock.today()).length > 0) throw new Refusal('FILE_NOT_RIGHT');
    const vault = await this.#vaults.of(tx.countyId);
    const values = { kept: kept.values, merged: merged.values, after };
    if (!(await updateDecided(tx, vault, decided, { state: 'merged', values }))) throw new Refusal('STALE');
    await mergeRows(tx, { mergeId: merge.id, keptId: kept.id, mergedId: merged.id }, this.#clock.today(), this.#clock.now());
    await this.#lives.setMerged(tx, merged.id, 'merged');
    await pointFile(tx, merged.id, kept.id);
    // Only now: a document is on one file at a time. Decisions about consent may have come with the rows.
    await this.#files.put(tx, { actor, file: kept, values: after, act: 'registry:record-merged' });
    await this.#lives.setMerged(tx, kept.id, kept.state);
    await this.#outbox.put(tx, { kind: 'patients-merged', key: merge.id, payload: { keptId: kept.id, mergedId: merged.id } });
    await this.#outbox.put(tx, { kind: 'visits-moved', key: merge.id, payload: { keptId: kept.id, mergedId: merged.id } });
  }
}
