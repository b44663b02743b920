import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ColleaguesPage } from '@guanhu/shared/care-team/roster.contract';
import { SEAT_ROLES, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Staff } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { nameMatches } from '../platform/name-search.ts';
import { Grounds } from './grounds.ts';

/** Who works in the townships where the reader does. */
@Injectable()
export class ListColleagues {
  readonly #database: Database;
  readonly #staff: Staff;
  readonly #grounds: Grounds;

  constructor(database: Database, staff: Staff, grounds: Grounds) {
    this.#database = database;
    this.#staff = staff;
    this.#grounds = grounds;
  }

  async run(
    actor: Actor,
    { q, seat, after, limit }: { q?: string | undefined; seat?: StaffSeat | undefined; after?: Id | undefined; limit: number },
  ): Promise<ColleaguesPage> {
    const county = this.#database.county(actor.countyId);
    const townshipOf = await this.#grounds.townships(county);
    const townships = [...new Set(actor.posts.flatMap(post => townshipOf(post.areaId) ?? []))];
    const ids = await this.#staff.idsWithin(county, townships, seat === undefined ? null : SEAT_ROLES[seat]);
    const later = ids.filter(id => after === undefined || id > after);
    // Names are sealed: a search opens those of the reader's own townships.
    const opened = await this.#staff.shown(county, q === undefined ? later.slice(0, limit + 1) : later);
    const matching = later.flatMap(id => opened.get(id) ?? []).filter(person => q === undefined || nameMatches(person.name, q));
    const { shown, last } = pageOf(matching, limit);
    return { rows: shown.map(person => ({ ...person, posts: [...person.posts] })), next: last?.personId ?? null };
  }
}
