import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { readCounties, readCounty, type CountyRow } from './directory.store.ts';

/** The tenants. Nothing is asked of a county before it is known: a made-up number must not open a client of its own. */
@Injectable()
export class Counties {
  readonly #database: Database;
  readonly #known = new Map<CountyId, CountyRow>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The county, or `undefined` when there is none with this number. */
  async find(countyId: CountyId): Promise<CountyRow | undefined> {
    const known = this.#known.get(countyId);
    if (known) return known;
    const found = await readCounty(this.#database.directory, countyId);
    if (found) this.#known.set(countyId, found);
    return found;
  }

  all(): Promise<CountyRow[]> {
    return readCounties(this.#database.directory);
  }
}
