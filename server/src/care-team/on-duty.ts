import type { OnDutyAnswer } from '@guanhu/shared/care-team/crisis-roster.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { readOnDuty } from './crisis-roster.store.ts';
import { Teams } from './teams.ts';

/** Who is on duty for emergencies now. */
@Injectable()
export class OnDuty {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #clock: Clock;

  constructor(database: Database, teams: Teams, people: People, clock: Clock) {
    this.#database = database;
    this.#teams = teams;
    this.#people = people;
    this.#clock = clock;
  }

  /** Persons on duty at this moment in the township of a place, whoever began first first. `areaPath`: the place's, county first. */
  async of(reader: Reader, areaPath: readonly Id[]): Promise<readonly Id[]> {
    return (await this.#now(reader, areaPath)).map(one => one.personId);
  }

  /** The same with their numbers, for whoever stands around a patient. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async ofPatient(actor: Actor, patientId: Id): Promise<OnDutyAnswer> {
    const county = this.#database.county(actor.countyId);
    const { areaPath } = await this.#teams.requireFor(county, actor, 'team:read', patientId);
    const on = await this.#now(county, areaPath);
    const contacts = await this.#people.contacts(
      county,
      on.map(one => one.personId),
    );
    return {
      persons: on.flatMap(({ personId, until }) => {
        const { name, phone } = contacts.get(personId) ?? {};
        return name !== undefined && phone ? [{ personId, name, phone, until: until.toISOString() }] : [];
      }),
    };
  }

  #now(reader: Reader, areaPath: readonly Id[]): Promise<{ personId: Id; until: Date }[]> {
    return readOnDuty(reader, areaPath, this.#clock.now());
  }
}
