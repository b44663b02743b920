import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Group, GroupsPage } from '@guanhu/shared/care-team/groups.contract';
import { GROUP_ROLES, groupKindOf } from '@guanhu/shared/care-team/groups.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places, Staff } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Grounds } from './grounds.ts';
import { readGroups, readMembers, readOffice } from './group.store.ts';

const ROLE_ORDER = Object.keys(GROUP_ROLES);

/** The standing groups of townships and villages. */
@Injectable()
export class LookAtGroups {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #grounds: Grounds;
  readonly #people: People;
  readonly #places: Places;
  readonly #staff: Staff;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    grounds: Grounds,
    people: People,
    places: Places,
    staff: Staff,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#grounds = grounds;
    this.#people = people;
    this.#places = places;
    this.#staff = staff;
    this.#clock = clock;
  }

  async list(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<GroupsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'group:read');
    const key = after === undefined ? null : keyOf(after);
    const { shown, last } = pageOf(await readGroups(county, { areas, after: key, limit: limit + 1, day: this.#clock.today() }), limit);
    const contacts = await this.#people.contacts(
      county,
      shown.flatMap(row => row.leads),
    );
    return {
      rows: shown.map(({ areaId, areaName, areaKind, leads, members }) => ({
        areaId,
        areaName,
        kind: groupKindOf(areaKind),
        leads: leads.flatMap(id => contacts.get(id)?.name ?? []),
        members,
      })),
      next: last ? `${last.code}_${last.areaId}` : null,
    };
  }

  async one(actor: Actor, areaId: Id): Promise<Group> {
    const county = this.#database.county(actor.countyId);
    await this.#grounds.requireIn(county, actor, 'group:read', areaId);
    const { rows } = await this.#places.areas(county);
    const area = rows.find(one => one.areaId === areaId);
    if (!area || area.kind === 'county') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const members = await readMembers(county, await this.#vaults.of(actor.countyId), areaId);
    const persons = await this.#staff.shown(
      county,
      members.map(member => member.personId),
    );
    const today = this.#clock.today();
    const listed = members.map(({ id, personId, role, duty, since, until }) => ({
      memberId: id,
      personId,
      name: persons.get(personId)?.name ?? '',
      phone: persons.get(personId)?.phone ?? null,
      posts: [...(persons.get(personId)?.posts ?? [])],
      role,
      duty,
      since,
      until,
      over: until !== null && until < today,
    }));
    return {
      areaId,
      areaName: area.name,
      kind: groupKindOf(area.kind),
      office: await readOffice(county, areaId),
      members: listed.sort(
        (a, b) => Number(a.over) - Number(b.over) || (a.over ? 0 : ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role)),
      ),
    };
  }
}

/** Where the page before ended. @throws Refusal INPUT_INVALID */
function keyOf(after: string): { code: string; id: Id } {
  const [code = '', id = ''] = after.split('_');
  if (!/^\d{12}$/.test(code) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { code, id };
}
