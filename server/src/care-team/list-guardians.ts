import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { GuardiansAnswer } from '@guanhu/shared/registry/guardians.contract';
import { explainOrder, orderInWords } from '@guanhu/shared/registry/guardianship.rules';
import { Injectable } from '@nestjs/common';
import { Accounts, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { Guardianships, Helpers } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** A patient's guardians and those who act for them, former ones too. */
@Injectable()
export class ListGuardians {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #guardianships: Guardianships;
  readonly #helpers: Helpers;
  readonly #people: People;
  readonly #accounts: Accounts;
  readonly #audit: Audit;

  constructor(
    database: Database,
    teams: Teams,
    guardianships: Guardianships,
    helpers: Helpers,
    people: People,
    accounts: Accounts,
    audit: Audit,
  ) {
    this.#database = database;
    this.#teams = teams;
    this.#guardianships = guardianships;
    this.#helpers = helpers;
    this.#people = people;
    this.#accounts = accounts;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id): Promise<GuardiansAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const [guardians, helpers] = await Promise.all([this.#guardianships.list(county, patientId), this.#helpers.list(county, patientId)]);
    const ids = [...guardians.map(one => one.personId), ...helpers.flatMap(one => [one.personId, one.guardianId, one.by])];
    const [contacts, bound] = await Promise.all([this.#people.contacts(county, ids), this.#accounts.openidsOf(county, ids)]);
    await this.#audit.read(county, { actor, what: 'guardians', patientIds: [patientId] });
    const reach = (personId: Id) => ({
      name: contacts.get(personId)?.name ?? '',
      phone: contacts.get(personId)?.phone ?? null,
      bound: bound.has(personId),
    });
    const orderOf = (one: (typeof guardians)[number]) => {
      if (one.relation === null) return null;
      const others = guardians.filter(other => other.inForce && other !== one).map(other => other.relation);
      return orderInWords(explainOrder(one.relation, others));
    };
    return {
      guardians: guardians.map(({ id, ...one }) => ({
        guardianshipId: id,
        ...reach(one.personId),
        ...one,
        order: orderOf({ id, ...one }),
      })),
      helpers: helpers.map(one => ({
        helperId: one.id,
        personId: one.personId,
        ...reach(one.personId),
        guardianId: one.guardianId,
        guardianName: contacts.get(one.guardianId)?.name ?? '',
        from: one.since,
        until: one.until,
        inForce: one.inForce,
        proof: one.proof,
        recordedBy: contacts.get(one.by)?.name ?? '',
      })),
      mayAppoint: may(actor, 'guardian:appoint', ties),
    };
  }
}
