import type { Actor } from '@guanhu/shared/access/access.terms';
import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import type { Wards } from '@guanhu/shared/registry/registry.contract';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { Helpers, Patients } from '../registry/registry.public.ts';

/** What the patient is to somebody whose relation this is: the guardian is the patient's parent, so the patient is a child. */
const MIRRORED: Partial<Record<GuardianRelation, GuardianRelation>> = {
  parent: 'child',
  child: 'parent',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
};
const FAMILY = '家人';
const CARED_FOR = '照护对象';

/** The people a guardian looks after, and those for whose guardian the reader acts. */
@Injectable()
export class ListWards {
  readonly #database: Database;
  readonly #patients: Patients;
  readonly #helpers: Helpers;
  readonly #people: People;

  constructor(database: Database, patients: Patients, helpers: Helpers, people: People) {
    this.#database = database;
    this.#patients = patients;
    this.#helpers = helpers;
    this.#people = people;
  }

  async run(actor: Actor): Promise<Wards> {
    const county = this.#database.county(actor.countyId);
    const own = await this.#patients.wards(county, actor.personId);
    const helped = (await this.#helpers.wards(county, actor.personId)).filter(ward => !own.some(one => one.patientId === ward.patientId));
    const contacts = await this.#people.contacts(
      county,
      helped.map(ward => ward.guardianId),
    );
    const wards = [
      ...own.map(ward => ({ ...ward, onBehalfOf: null })),
      ...helped.map(ward => ({ ...ward, isPrimary: false, onBehalfOf: contacts.get(ward.guardianId)?.name ?? null })),
    ];
    const labels = wards.map(ward => labelOf(ward.relation));
    return {
      rows: wards.map((ward, i) => {
        const label = labels[i] ?? FAMILY;
        // Two of the same relation are told apart by a number, never by a name.
        const twins = labels.filter(each => each === label).length;
        const number = labels.slice(0, i + 1).filter(each => each === label).length;
        return {
          patientId: ward.patientId,
          label: twins > 1 ? `${label}（${String(number)}）` : label,
          isPrimary: ward.isPrimary,
          state: ward.state,
          onBehalfOf: ward.onBehalfOf,
        };
      }),
    };
  }
}

function labelOf(relation: GuardianRelation | null): string {
  if (relation === null) return FAMILY;
  if (relation === 'entrusted' || relation === 'organisation') return CARED_FOR;
  return relation === 'otherRelative' ? FAMILY : GUARDIAN_RELATIONS[MIRRORED[relation] ?? relation];
}
