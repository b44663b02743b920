import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { InformantAnswer, OpenInformantBody } from '@guanhu/shared/screening/clue.contract';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { readInformant } from './clue.store.ts';
import { Clues } from './clues.ts';

/** Whoever told it trusted the village: who it is opens for a reason, and every opening is noted before the answer goes out. */
@Injectable()
export class OpenInformant {
  readonly #database: Database;
  readonly #clues: Clues;
  readonly #vaults: Vaults;

  constructor(database: Database, clues: Clues, vaults: Vaults) {
    this.#database = database;
    this.#clues = clues;
    this.#vaults = vaults;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  run(actor: Actor, clueId: Id, { why }: OpenInformantBody): Promise<InformantAnswer> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      await this.#clues.find(tx, actor, 'informant:open', clueId);
      await this.#clues.note(tx, actor, 'screening:informant-opened', clueId, { why });
      return { informant: await readInformant(tx, await this.#vaults.of(tx.countyId), clueId) };
    });
  }
}
