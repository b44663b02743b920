import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { storeSeals, takeUnsealed } from './audit.store.ts';
import { linkHash } from './chain.ts';

const BATCH = 1000;

/** Chains committed deeds, county by county. Chaining inside the request would make a county's writes wait for one another. */
@Injectable()
export class SealDeeds {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Seals what is waiting. @returns how many deeds were sealed. */
  async run(countyId: CountyId): Promise<number> {
    for (let sealed = 0; ;) {
      const count = await this.#batch(countyId);
      sealed += count;
      if (count < BATCH) return sealed;
    }
  }

  #batch(countyId: CountyId): Promise<number> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const { head, deeds } = await takeUnsealed(tx, BATCH);
      let { seq, hash } = head;
      const seals = deeds.map(deed => ({ id: deed.id, seq: ++seq, hash: (hash = linkHash(hash, countyId, seq, deed)) }));
      await storeSeals(tx, seals);
      return deeds.length;
    });
  }
}
