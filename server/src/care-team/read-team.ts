import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Team } from '@guanhu/shared/care-team/care-team.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { holdersOf, shownTeam } from './team-shown.ts';
import { Teams } from './teams.ts';

/** The eight posts around a patient and whom to call. */
@Injectable()
export class ReadTeam {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(database: Database, teams: Teams, patients: Patients, people: People, audit: Audit) {
    this.#database = database;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id): Promise<Team> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'team:read', patientId);
    const [seats, guardians] = await Promise.all([this.#teams.seats(county, [patientId]), this.#patients.guardians(county, [patientId])]);
    const held = holdersOf(seats, guardians);
    const contacts = await this.#people.contacts(
      county,
      held.map(one => one.personId),
    );
    await this.#audit.read(county, { actor, what: 'team', patientIds: [patientId] });
    return shownTeam(patientId, held, contacts);
  }
}
