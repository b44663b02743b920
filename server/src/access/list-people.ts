import type { listPeopleContract, PeoplePage, PersonRow } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { invitationState } from '@guanhu/shared/access/invitation.rules';
import { inForce } from '@guanhu/shared/access/post.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { match } from 'pinyin-pro';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import type { CallOf } from '../platform/http/endpoint.ts';
import { Access } from './access.ts';
import { readBound, readLatestInvitations } from './binding.store.ts';
import { readNames, readPersons } from './person.store.ts';
import { readPosts } from './post.store.ts';
import { postShown } from './show-me.ts';

/** Names are sealed, so a search opens those in scope: about 230 a millisecond. A county has far fewer accounts than this. */
const MOST_NAMES = 10_000;
const byPinyin = new Intl.Collator('zh-u-co-pinyin');

/** Whether a name is meant by what was typed: a part of it, its pinyin, or the first letters of its pinyin. */
export function nameMatches(name: string, typed: string): boolean {
  if (name.includes(typed)) return true;
  return /^[a-z ]+$/i.test(typed) && match(name, typed.toLowerCase(), { continuous: true }) !== null;
}

@Injectable()
export class ListPeople {
  readonly #database: Database;
  readonly #access: Access;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, vaults: Vaults, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** A page of people by name. The key of the next page is the last person's id: a name has no place in a URL. */
  async run(actor: Actor, query: CallOf<typeof listPeopleContract>['query'] & { q?: string }): Promise<PeoplePage> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'person:manage');
    const vault = await this.#vaults.of(actor.countyId);
    const withPosts = query.posts === 'with';
    const filter = {
      role: withPosts ? (query.role ?? null) : null,
      areaId: withPosts ? (query.areaId ?? null) : null,
      withPosts,
      left: query.left === 'yes',
      today: this.#clock.today(),
    };
    const { q, after, limit } = query;
    const named = (await readNames(county, vault, filter, MOST_NAMES))
      .filter(({ name }) => q === undefined || nameMatches(name, q))
      .sort((a, b) => byPinyin.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    const start = after === undefined ? 0 : named.findIndex(({ id }) => id === after) + 1;
    if (after !== undefined && start === 0) throw new Refusal('INPUT_INVALID', ['after']);
    const page = named.slice(start, start + limit).map(({ id }) => id);
    const rows = await this.rows(county, vault, page);
    return { rows, next: start + limit < named.length ? (page.at(-1) ?? null) : null };
  }

  /** These persons as the list shows them, in the order asked for. */
  async rows(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<PersonRow[]> {
    const [persons, posts, invitations, bound] = await Promise.all([
      readPersons(reader, vault, ids),
      readPosts(reader, ids),
      readLatestInvitations(reader, ids),
      readBound(reader, ids),
    ]);
    const today = this.#clock.today();
    return ids.flatMap((id): PersonRow[] => {
      const person = persons.find(each => each.id === id);
      if (!person) return [];
      const invitation = invitations.find(each => each.personId === id);
      return [
        {
          personId: id,
          name: person.name,
          phone: person.phone,
          posts: posts.filter(post => post.personId === id && inForce(post, today)).map(post => postShown(post, null)),
          bound: bound.has(id),
          invitation: invitation
            ? { state: invitationState(invitation, this.#clock.now()), expiresAt: invitation.expiresAt.toISOString() }
            : null,
          left: person.leftAt !== null,
        },
      ];
    });
  }
}
