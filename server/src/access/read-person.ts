import type { Person } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { Access } from './access.ts';
import { ListPeople } from './list-people.ts';
import { readPersons } from './person.store.ts';
import { readDeputyships, readPosts } from './post.store.ts';
import { readSessionsOf } from './session.store.ts';
import { postShown } from './show-me.ts';

@Injectable()
export class ReadPerson {
  readonly #database: Database;
  readonly #access: Access;
  readonly #list: ListPeople;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, list: ListPeople, vaults: Vaults, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#list = list;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(actor: Actor, personId: Id): Promise<Person> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'person:manage');
    const vault = await this.#vaults.of(actor.countyId);
    const [row] = await this.#list.rows(county, vault, [personId]);
    const [self] = await readPersons(county, vault, [personId]);
    if (!row || !self) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const deputies = await readDeputyships(county, personId, this.#clock.today());
    const others = [...deputies.map(each => each.deputyId), ...(self.successorId === null ? [] : [self.successorId])];
    const names = new Map((await readPersons(county, vault, others)).map(each => [each.id, each.name]));
    const sessions = await readSessionsOf(county, personId, this.#clock.now());
    return {
      ...row,
      allPosts: (await readPosts(county, [personId])).map(post => postShown(post, null)),
      deputies: deputies.map(({ id, deputyId, from, until, over }) => ({
        deputyshipId: id,
        deputyId,
        name: names.get(deputyId) ?? '',
        from,
        until,
        over,
      })),
      sessions: sessions.map(each => ({
        channel: each.channel,
        since: each.opened_at.toISOString(),
        lastSeenAt: each.last_seen_at.toISOString(),
      })),
      successor: self.successorId === null ? null : { personId: self.successorId, name: names.get(self.successorId) ?? '' },
    };
  }
}
