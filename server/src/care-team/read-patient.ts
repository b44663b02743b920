import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { Injectable } from '@nestjs/common';
import { Accounts, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** One file, for those who answer for the patient. */
@Injectable()
export class ReadPatient {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #accounts: Accounts;
  readonly #places: Places;
  readonly #audit: Audit;

  constructor(database: Database, teams: Teams, patients: Patients, people: People, accounts: Accounts, places: Places, audit: Audit) {
    this.#database = database;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#accounts = accounts;
    this.#places = places;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id): Promise<PatientFile> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const patient = await this.#patients.find(county, patientId);
    if (!patient) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const guardians = await this.#patients.guardians(county, [patientId]);
    const guardianIds = guardians.map(guardian => guardian.personId);
    const [contacts, bound, areas] = await Promise.all([
      this.#people.contacts(county, guardianIds),
      this.#accounts.openidsOf(county, guardianIds),
      this.#places.areas(county),
    ]);
    const nameOf = (areaId: Id) => areas.rows.find(area => area.areaId === areaId)?.name ?? '';
    await this.#audit.read(county, { actor, what: 'patient-file', patientIds: [patientId] });
    return {
      patientId,
      name: patient.name,
      villageId: patient.villageId,
      villageName: nameOf(patient.villageId),
      townshipName: nameOf(patient.townshipId),
      state: patient.state,
      sex: patient.sex,
      born: patient.born,
      idNumberEnd: patient.idNumber?.slice(-4) ?? null,
      phone: patient.phone,
      diagnosis: patient.diagnosis,
      guardians: guardians.map(({ personId, relation, isPrimary, since }) => ({
        personId,
        name: contacts.get(personId)?.name ?? '',
        phone: contacts.get(personId)?.phone ?? null,
        relation,
        isPrimary,
        since,
        bound: bound.has(personId),
      })),
      version: patient.version,
    };
  }
}
