import type { IssuedInvitation } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Invitations, People } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { Helpers, Patients } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** The township office that knows the family gives a guardian, or whoever acts for one, a code; the administrator need not know who cares for whom. */
@Injectable()
export class InviteGuardian {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #helpers: Helpers;
  readonly #people: People;
  readonly #invitations: Invitations;

  constructor(database: Database, teams: Teams, patients: Patients, helpers: Helpers, people: People, invitations: Invitations) {
    this.#database = database;
    this.#teams = teams;
    this.#patients = patients;
    this.#helpers = helpers;
    this.#people = people;
    this.#invitations = invitations;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS when the person is neither, PHONE_MISSING */
  run(actor: Actor, patientId: Id, personId: Id): Promise<IssuedInvitation> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      await this.#teams.requireFor(tx, actor, 'guardian:invite', patientId);
      const guardians = await this.#patients.guardians(tx, [patientId]);
      const helpers = await this.#helpers.list(tx, patientId);
      const acts = [...guardians, ...helpers.filter(helper => helper.inForce)];
      if (!acts.some(one => one.personId === personId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
      const phone = (await this.#people.contacts(tx, [personId])).get(personId)?.phone ?? null;
      if (phone === null) throw new Refusal('PHONE_MISSING');
      return this.#invitations.issue(tx, { personId, by: actor });
    });
  }
}
