import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ColleaguesPage } from '@guanhu/shared/care-team/roster.contract';
import { SEAT_ROLES, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Places, Staff } from '../access/access.public.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { nameMatches } from '../platform/name-search.ts';
import { Grounds } from './grounds.ts';

/** Who works in the townships where the reader does, or in one of those above which they work. */
@Injectable()
export class ListColleagues {
  readonly #database: Database;
  readonly #staff: Staff;
  readonly #places: Places;
  readonly #grounds: Grounds;

  constructor(database: Database, staff: Staff, places: Places, grounds: Grounds) {
    this.#database = database;
    this.#staff = staff;
    this.#places = places;
    this.#grounds = grounds;
  }

  async run(
    actor: Actor,
    {
      q,
      seat,
      townshipId,
      after,
      limit,
    }: {
      q?: string | undefined;
      seat?: StaffSeat | undefined;
      townshipId?: Id | undefined;
      after?: Id | undefined;
      limit: number;
    },
  ): Promise<ColleaguesPage> {
    const county = this.#database.county(actor.countyId);
    const townships = townshipId === undefined ? await this.#own(county, actor) : await this.#named(county, actor, townshipId);
    const ids = await this.#staff.idsWithin(county, townships, seat === undefined ? null : SEAT_ROLES[seat]);
    const later = ids.filter(id => after === undefined || id > after);
    // Names are sealed: a search opens those of the reader's own townships.
    const opened = await this.#staff.shown(county, q === undefined ? later.slice(0, limit + 1) : later);
    const matching = later.flatMap(id => opened.get(id) ?? []).filter(person => q === undefined || nameMatches(person.name, q));
    const { shown, last } = pageOf(matching, limit);
    return { rows: shown.map(person => ({ ...person, posts: [...person.posts] })), next: last?.personId ?? null };
  }

  async #own(county: Reader, actor: Actor): Promise<readonly Id[]> {
    const townshipOf = await this.#grounds.townships(county);
    return [...new Set(actor.posts.flatMap(post => townshipOf(post.areaId) ?? []))];
  }

  /** A township in which the reader works, or above which: the county's people name the one they mean. Of any other, nobody. */
  async #named(county: Reader, actor: Actor, townshipId: Id): Promise<readonly Id[]> {
    const path = await this.#places.pathOf(county, townshipId);
    const reaches = actor.posts.some(post => path.includes(post.areaId)) || (await this.#own(county, actor)).includes(townshipId);
    return reaches ? [townshipId] : [];
  }
}
