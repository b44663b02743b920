import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { HandoversPage } from '@guanhu/shared/care-team/handover.contract';
import type { HandoverState } from '@guanhu/shared/care-team/handover.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Grounds } from './grounds.ts';
import { readHandovers, readOwnHandovers, type HandoverRow } from './handover.store.ts';

/** Leaves that were asked for and handovers that were done. */
@Injectable()
export class LookAtHandovers {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #grounds: Grounds;
  readonly #people: People;

  constructor(database: Database, vaults: Vaults, grounds: Grounds, people: People) {
    this.#database = database;
    this.#vaults = vaults;
    this.#grounds = grounds;
    this.#people = people;
  }

  async list(
    actor: Actor,
    { state, after, limit }: { state?: HandoverState | undefined; after?: Id | undefined; limit: number },
  ): Promise<HandoversPage> {
    const county = this.#database.county(actor.countyId);
    const areas = this.#grounds.require(actor, 'handover:do');
    const vault = await this.#vaults.of(actor.countyId);
    const asked = { areas, state: state ?? null, before: after ?? null, limit: limit + 1 };
    const own = standsFor(actor);
    return this.#page(county, await readHandovers(county, vault, asked), limit, row => !own.includes(row.personId));
  }

  async own(actor: Actor, { after, limit }: { after?: Id | undefined; limit: number }): Promise<HandoversPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const asked = { personId: actor.personId, before: after ?? null, limit: limit + 1 };
    return this.#page(county, await readOwnHandovers(county, vault, asked), limit, () => false);
  }

  async #page(reader: Reader, rows: readonly HandoverRow[], limit: number, decides: (row: HandoverRow) => boolean): Promise<HandoversPage> {
    const { shown, last } = pageOf(rows, limit);
    const ids = shown.flatMap(({ personId, toId, decidedBy }) => [personId, toId, decidedBy].filter(id => id !== null));
    const contacts = await this.#people.contacts(reader, ids);
    const nameOf = (id: Id) => contacts.get(id)?.name ?? '';
    return {
      rows: shown.map(row => ({
        handoverId: row.id,
        personId: row.personId,
        name: nameOf(row.personId),
        to: row.toId === null ? null : { personId: row.toId, name: nameOf(row.toId) },
        from: row.from,
        until: row.until,
        state: row.state,
        note: row.note,
        proposedAt: row.proposedAt.toISOString(),
        decidedBy: row.decidedBy === null ? null : nameOf(row.decidedBy),
        mine: row.state === 'proposed' && decides(row),
      })),
      next: last?.id ?? null,
    };
  }
}
