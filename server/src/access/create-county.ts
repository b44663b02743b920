import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AccessSettings } from '@guanhu/shared/access/settings.rules';
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
export class CreateCounty {
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
  async run(county: { countyId: CountyId; name: string; areaCode: string; administrator: FirstAdministrator }): Promise<Entered> {
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

  /** From a day on. */
  set(countyId: CountyId, fromOn: CalendarDate, settings: AccessSettings): Promise<void> {
    return this.#database.county(countyId).inTransaction(tx => writeSettings(tx, fromOn, settings));
  }

  async #administrator(tx: Tx, administrator: FirstAdministrator): Promise<Entered> {
    const personId = await this.#people.add(tx, administrator);
    const areaId = await readRoot(tx);
    await givePostTo(tx, personId, { postId: newId(), role: 'administrator', areaId, organisationId: null, from: this.#clock.today() });
    const { code, expiresAt } = await this.#invitations.issue(tx, { personId, by: 'system' });
    return { personId, invitationCode: code, expiresAt };
  }
}
