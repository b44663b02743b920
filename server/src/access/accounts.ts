import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertBinding, readHolder, readOpenids, revokeBindings } from './binding.store.ts';
import { deleteAccounts, insertAccount, readAccounts, readAccountsElsewhere, type AccountRow } from './directory.store.ts';
import { Sessions } from './sessions.ts';

export type AccountOf = { readonly countyId: CountyId; readonly countyName: string; readonly personId: Id };

/** Which WeChat account is whose. */
@Injectable()
export class Accounts {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #sessions: Sessions;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, sessions: Sessions, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** Whom an openid belongs to now, in every county. */
  async ofOpenid(openid: string): Promise<AccountOf[]> {
    return (await readAccounts(this.#database.directory, this.openidDigest(openid))).map(accountOf);
  }

  /** Whom the same WeChat account belongs to in other counties. */
  async elsewhere(reader: Reader, personId: Id): Promise<AccountOf[]> {
    return (await readAccountsElsewhere(reader.sql, reader.countyId, personId)).map(accountOf);
  }

  /** The openids of those of the persons who have an account, to send to. */
  async openidsOf(reader: Reader, personIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    return readOpenids(reader, await this.#vaults.of(reader.countyId), personIds);
  }

  openidDigest(openid: string): Buffer {
    return this.#vaults.directoryDigest('openid', openid);
  }

  /** Whom the account belongs to in the reader's county. */
  holder(reader: Reader, openidDigest: Buffer): Promise<Id | undefined> {
    return readHolder(reader, openidDigest);
  }

  /** Ties the account to the person. @throws Refusal STALE when either was bound in the meantime. */
  async bind(tx: Tx, personId: Id, openid: string): Promise<void> {
    const row = { id: newId(), personId, openid, openidDigest: this.openidDigest(openid), now: this.#clock.now() };
    const bound = await insertBinding(tx, await this.#vaults.of(tx.countyId), row);
    // The directory is written on the same connection, so both commit or neither does.
    if (!bound || !(await insertAccount(tx.sql, { ...row, countyId: tx.countyId }))) throw new Refusal('STALE');
  }

  /** Ends the binding and every session of these persons, at once. */
  async release(tx: Tx, personIds: readonly Id[]): Promise<void> {
    await revokeBindings(tx, personIds, this.#clock.now());
    await deleteAccounts(tx.sql, tx.countyId, personIds);
    await this.#sessions.revokeOf(tx, personIds);
  }
}

const accountOf = ({ county_id, county_name, person_id }: AccountRow): AccountOf => ({
  countyId: county_id,
  countyName: county_name,
  personId: person_id,
});
