import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertDeed, insertDeeds, insertRead, type NewDeed } from './audit.store.ts';

export { FileHistory } from './file-history.ts';
export { SealDeeds } from './seal-deeds.ts';
export { HeadSigner } from './sign-head.ts';
export { verifyChain } from './verify-chain.ts';
export { confidentialPatterns } from './confidential-reads.ts';
export { deedFacts, readValues, type NewDeed } from './audit.store.ts';

/** What every room tells the audit. */
@Injectable()
export class Audit {
  readonly #vaults: Vaults;

  constructor(vaults: Vaults) {
    this.#vaults = vaults;
  }

  /** Records what somebody did, in the transaction that did it. */
  deed(tx: Tx, deed: NewDeed): Promise<void> {
    return insertDeed(tx, deed);
  }

  /** The same for many deeds at once. */
  deeds(tx: Tx, deeds: readonly NewDeed[]): Promise<void> {
    return insertDeeds(tx, deeds);
  }

  /** Records that somebody read files; one row for a whole list, none for an empty one. */
  async read(reader: Reader, { actor, what, patientIds }: { actor: Actor; what: string; patientIds: readonly Id[] }): Promise<void> {
    if (patientIds.length > 0) await insertRead(reader, actor, what, patientIds);
  }

  /** Keeps old and new values of a change, sealed; erasable when the law asks, while the deed stays. */
  async change(
    tx: Tx,
    {
      actor,
      objectKind,
      objectId,
      before,
      after,
    }: { actor: Actor | 'system'; objectKind: string; objectId: Id; before: object; after: object },
  ): Promise<void> {
    const id = newId();
    const vault = await this.#vaults.of(tx.countyId);
    await tx.sql(
      'INSERT INTO change_history (county_id, id, at, person_id, object_kind, object_id, change_sealed) VALUES ($1, $2, now(), $3, $4, $5, $6)',
      [
        tx.countyId,
        id,
        actor === 'system' ? null : actor.personId,
        objectKind,
        objectId,
        vault.seal({ table: 'change_history', row: id, column: 'change_sealed' }, JSON.stringify({ before, after })),
      ],
    );
  }
}
