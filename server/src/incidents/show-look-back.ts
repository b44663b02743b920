import type { Actor } from '@guanhu/shared/access/access.terms';
import type { LookBackAnswer } from '@guanhu/shared/incidents/look-back.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { openFacts, readLookBackRow } from './look-back.store.ts';
import { patientOf, ScopedReads } from './scoped-reads.ts';

/** One backward review, as it was made. */
@Injectable()
export class ShowLookBack {
  readonly #reads: ScopedReads;
  readonly #people: People;
  readonly #vaults: Vaults;

  constructor(reads: ScopedReads, people: People, vaults: Vaults) {
    this.#reads = reads;
    this.#people = people;
    this.#vaults = vaults;
  }

  async run(actor: Actor, lookBackId: Id): Promise<LookBackAnswer> {
    const asked = { permission: 'look-back:read', what: 'look-back' } as const;
    const { county } = await this.#reads.one(actor, asked, reader => readLookBackRow(reader, lookBackId));
    return this.view(county, lookBackId);
  }

  /** Of a review that the caller has asked about. */
  async view(reader: Reader, id: Id): Promise<LookBackAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await readLookBackRow(reader, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return {
      lookBackId: id,
      ...patientOf(vault, row),
      cause: row.cause,
      from: row.from,
      to: row.to,
      madeAt: row.madeAt.toISOString(),
      incidentId: row.incidentId,
      madeByName: row.by === null ? null : ((await this.#people.contacts(reader, [row.by])).get(row.by)?.name ?? ''),
      facts: openFacts(vault, row),
    };
  }
}
