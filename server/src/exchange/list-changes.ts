import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Outcome } from '@guanhu/shared/exchange/difference.rules';
import type { ChangesPage } from '@guanhu/shared/exchange/exchange.contract';
import { changesBetween } from '@guanhu/shared/exchange/round.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readPackageAndFormer } from './package.store.ts';
import { readPersons } from './row.store.ts';
import { Rounds } from './rounds.ts';

/** What is another than a month ago, in the fields that the reader's duty needs. */
@Injectable()
export class ListChanges {
  readonly #database: Database;
  readonly #rounds: Rounds;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, rounds: Rounds, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#rounds = rounds;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async run(actor: Actor, roundId: Id, { after, limit }: { after?: Id | undefined; limit: number }): Promise<ChangesPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const round = await this.#rounds.find(county, actor, roundId, 'exchange:details');
    const { now, former } = await readPackageAndFormer(county, vault, round);
    const all = now === null ? [] : changesBetween(former?.patients ?? [], now.patients, this.#rounds.fieldsSeen(actor, round));
    const { shown, last } = pageOf(all.filter(one => after === undefined || one.patientId > after).slice(0, limit + 1), limit);
    const patientIds = shown.map(one => one.patientId);
    const persons = await readPersons(county, vault, patientIds);
    await this.#audit.read(county, { actor, what: 'exchange-changes', patientIds });
    return {
      rows: shown.flatMap(({ patientId, kind, fields }) => {
        const patient = persons.get(patientId);
        const changed = fields.map(({ field, before, after: is }) => ({ field, before: shownOutcome(before), after: shownOutcome(is) }));
        return patient ? [{ patient, kind, fields: changed }] : [];
      }),
      next: last?.patientId ?? null,
    };
  }
}

const shownOutcome = (one: Outcome | null) => one && { agreed: one.agreed, value: one.agreed ? one.value : null };
