import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CrisisRoster, DrillsPage } from '@guanhu/shared/care-team/crisis-roster.contract';
import { decideRosterDays, rosterGaps } from '@guanhu/shared/care-team/crisis-roster.rules';
import { addDays, startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places, Staff } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readShifts } from './crisis-roster.store.ts';
import { readDrills } from './drill.store.ts';
import { Grounds } from './grounds.ts';

/** The crisis roster of a township, and the drills that were held. */
@Injectable()
export class LookAtCrisisRoster {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #grounds: Grounds;
  readonly #places: Places;
  readonly #people: People;
  readonly #staff: Staff;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    grounds: Grounds,
    places: Places,
    people: People,
    staff: Staff,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#grounds = grounds;
    this.#places = places;
    this.#people = people;
    this.#staff = staff;
    this.#clock = clock;
  }

  async roster(actor: Actor, asked: { townshipId: Id; from: CalendarDate; until: CalendarDate }): Promise<CrisisRoster> {
    const county = this.#database.county(actor.countyId);
    await this.#grounds.requireIn(county, actor, 'crisis-roster:read', asked.townshipId);
    const township = (await this.#places.areas(county)).rows.find(one => one.areaId === asked.townshipId);
    if (township?.kind !== 'township') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    unwrap(decideRosterDays(asked.from, asked.until));
    const now = this.#clock.now();
    const whole = { from: startOf(asked.from), until: startOf(addDays(asked.until, 1)) };
    const shifts = await readShifts(county, asked.townshipId, whole);
    const persons = await this.#staff.shown(
      county,
      shifts.flatMap(({ personId, insteadOfId }) => [personId, ...(insteadOfId === null ? [] : [insteadOfId])]),
    );
    // What is over can be filled no more.
    const ahead = { from: whole.from > now ? whole.from : now, until: whole.until };
    return {
      townshipId: asked.townshipId,
      townshipName: township.name,
      shifts: shifts.map(({ id, personId, insteadOfId, from, until, version }) => ({
        shiftId: id,
        personId,
        name: persons.get(personId)?.name ?? '',
        phone: persons.get(personId)?.phone ?? null,
        posts: [...(persons.get(personId)?.posts ?? [])],
        from: from.toISOString(),
        until: until.toISOString(),
        insteadOf: insteadOfId === null ? null : (persons.get(insteadOfId)?.name ?? ''),
        over: until <= now,
        version,
      })),
      gaps:
        ahead.from < ahead.until
          ? rosterGaps(shifts, ahead).map(({ from, until }) => ({ from: from.toISOString(), until: until.toISOString() }))
          : [],
    };
  }

  async drills(actor: Actor, { after, limit }: { after?: Id | undefined; limit: number }): Promise<DrillsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'drill:read');
    const rows = await readDrills(county, await this.#vaults.of(actor.countyId), { areas, before: after ?? null, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    const contacts = await this.#people.contacts(
      county,
      shown.flatMap(drill => [drill.loggedBy, ...drill.personIds]),
    );
    const nameOf = (personId: Id) => contacts.get(personId)?.name ?? '';
    return {
      rows: shown.map(({ id, personIds, loggedBy, ...drill }) => ({
        drillId: id,
        ...drill,
        persons: personIds.map(nameOf),
        loggedBy: nameOf(loggedBy),
      })),
      next: last?.id ?? null,
    };
  }
}
