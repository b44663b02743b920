import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { readMissingRow, type MissingRow } from './missing.store.ts';

/** A search, for whoever may write about it. */
@Injectable()
export class MissingOf {
  readonly #teams: Teams;
  readonly #vaults: Vaults;

  constructor(teams: Teams, vaults: Vaults) {
    this.#teams = teams;
    this.#vaults = vaults;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async find(tx: Tx, actor: Actor, id: Id): Promise<MissingRow> {
    const row = await readMissingRow(tx, await this.#vaults.of(tx.countyId), id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'missing:record', row.patientId);
    return row;
  }
}
