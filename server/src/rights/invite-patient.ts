import type { IssuedInvitation } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Invitations, People } from '../access/access.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { PatientAccounts, Patients } from '../registry/registry.public.ts';

/** The township office gives a patient a code for an account of their own. */
@Injectable()
export class InvitePatient {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #accounts: PatientAccounts;
  readonly #people: People;
  readonly #invitations: Invitations;

  constructor(database: Database, teams: Teams, patients: Patients, accounts: PatientAccounts, people: People, invitations: Invitations) {
    this.#database = database;
    this.#teams = teams;
    this.#patients = patients;
    this.#accounts = accounts;
    this.#people = people;
    this.#invitations = invitations;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PHONE_MISSING */
  run(actor: Actor, patientId: Id): Promise<IssuedInvitation> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      await this.#teams.requireFor(tx, actor, 'patient:invite', patientId);
      const patient = await this.#patients.find(tx, patientId);
      if (!patient) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
      if (patient.phone === null) throw new Refusal('PHONE_MISSING');
      const personId = (await this.#accounts.of(tx, patientId)) ?? (await this.#enter(tx, patientId, patient));
      await this.#people.setPhone(tx, personId, patient.phone);
      return this.#invitations.issue(tx, { personId, by: actor });
    });
  }

  /** A person of their own, never one found by name: an account opens a file. */
  async #enter(tx: Tx, patientId: Id, { name, phone }: { name: string; phone: string | null }): Promise<Id> {
    const personId = await this.#people.add(tx, { name, phone });
    await this.#accounts.open(tx, patientId, personId);
    return personId;
  }
}
