import { ORGANISATION_KINDS, type OrganisationKind } from '@guanhu/shared/access/access.terms';
import { readAreaCode, type CodedArea } from '@guanhu/shared/access/area-code.rules';
import { ACCESS_DEFAULTS, type AccessSettings } from '@guanhu/shared/access/settings.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertCounty } from './directory.store.ts';
import { Invitations } from './invitations.ts';
import { People } from './people.ts';
import { readRoot } from './place.store.ts';
import { Places } from './places.ts';
import { givePostTo } from './posts.ts';
import { writeSettings } from './settings.store.ts';

export type FirstAdministrator = { readonly name: string; readonly phone: string };
export type Entered = { readonly personId: Id; readonly invitationCode: string; readonly expiresAt: string };

/** What whoever runs the machine does for a county before anybody can sign in to it. */
@Injectable()
export class SetUpCounty {
  readonly #database: Database;
  readonly #people: People;
  readonly #places: Places;
  readonly #invitations: Invitations;
  readonly #clock: Clock;

  constructor(database: Database, people: People, places: Places, invitations: Invitations, clock: Clock) {
    this.#database = database;
    this.#people = people;
    this.#places = places;
    this.#invitations = invitations;
    this.#clock = clock;
  }

  /** A new county with its root area and its first administrator. @throws Refusal STALE when the number is taken. */
  create(county: { countyId: CountyId; name: string; areaCode: string; administrator: FirstAdministrator }): Promise<Entered> {
    return this.#database.county(county.countyId).inTransaction(async tx => {
      const isNew = await insertCounty(tx.sql, { id: county.countyId, area_code: county.areaCode, name: county.name });
      if (!isNew) throw new Refusal('STALE');
      await this.#places.addArea(tx, { kind: 'county', parentId: null, name: county.name, code: county.areaCode });
      return this.#administrator(tx, county.administrator);
    });
  }

  /** Another administrator, for a county whose administrators cannot sign in any more. */
  addAdministrator(countyId: CountyId, administrator: FirstAdministrator): Promise<Entered> {
    return this.#database.county(countyId).inTransaction(tx => this.#administrator(tx, administrator));
  }

  /**
   * Adds townships and villages; level and parent are read off the code. What is there already stays.
   * @returns how many were added. @throws Refusal INPUT_INVALID naming the code that is none, or whose parent is missing.
   */
  addAreas(countyId: CountyId, list: readonly { readonly code: string; readonly name: string }[]): Promise<number> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const known = new Map((await this.#places.areas(tx)).rows.map(area => [area.code, area.areaId]));
      const read = list.map(({ code, name }) => ({ ...codedArea(code), name }));
      let added = 0;
      for (const { code, kind, parentCode, name } of read.sort((a, b) => (a.code < b.code ? -1 : 1))) {
        if (known.has(code)) continue;
        const parentId = parentCode === null ? undefined : known.get(parentCode);
        if (parentId === undefined) throw new Refusal('INPUT_INVALID', [code]);
        known.set(code, await this.#places.addArea(tx, { kind, parentId, name, code }));
        added += 1;
      }
      return added;
    });
  }

  /** Adds organisations; one of the same kind, name and area stays as it is. @returns how many were added. @throws Refusal INPUT_INVALID */
  addOrganisations(
    countyId: CountyId,
    list: readonly { readonly areaCode: string; readonly kind: string; readonly name: string }[],
  ): Promise<number> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const areas = new Map((await this.#places.areas(tx)).rows.map(area => [area.code, area.areaId]));
      const known = (await this.#places.organisations(tx)).rows;
      let added = 0;
      for (const { areaCode, kind, name } of list) {
        const areaId = areas.get(areaCode);
        if (areaId === undefined) throw new Refusal('INPUT_INVALID', [areaCode]);
        if (!isOrganisationKind(kind)) throw new Refusal('INPUT_INVALID', [kind]);
        if (known.some(each => each.kind === kind && each.name === name && each.areaId === areaId)) continue;
        await this.#places.addOrganisation(tx, { kind, name, areaId });
        added += 1;
      }
      return added;
    });
  }

  /** Sets some of the county's settings of access from a day on; the others are the defaults. */
  set(countyId: CountyId, fromOn: CalendarDate, settings: Partial<AccessSettings>): Promise<void> {
    return this.#database.county(countyId).inTransaction(tx => writeSettings(tx, fromOn, { ...ACCESS_DEFAULTS, ...settings }));
  }

  async #administrator(tx: Tx, administrator: FirstAdministrator): Promise<Entered> {
    const personId = await this.#people.add(tx, administrator);
    const areaId = await readRoot(tx);
    await givePostTo(tx, personId, { postId: newId(), role: 'administrator', areaId, organisationId: null, from: this.#clock.today() });
    const { code, expiresAt } = await this.#invitations.issue(tx, { personId, by: 'system' });
    return { personId, invitationCode: code, expiresAt };
  }
}

function codedArea(code: string): CodedArea {
  const read = readAreaCode(code);
  if (!read) throw new Refusal('INPUT_INVALID', [code]);
  return read;
}

const isOrganisationKind = (kind: string): kind is OrganisationKind => Object.hasOwn(ORGANISATION_KINDS, kind);
