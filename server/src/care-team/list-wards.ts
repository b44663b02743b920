import type { Actor } from '@guanhu/shared/access/access.terms';
import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import type { Wards } from '@guanhu/shared/registry/registry.contract';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';

/** What the patient is to somebody whose relation this is: the guardian is the patient's parent, so the patient is a child. */
const MIRRORED: Partial<Record<GuardianRelation, GuardianRelation>> = {
  parent: 'child',
  child: 'parent',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
};
const FAMILY = '家人';
const CARED_FOR = '照护对象';

/** The people a guardian looks after. */
@Injectable()
export class ListWards {
  readonly #database: Database;
  readonly #patients: Patients;

  constructor(database: Database, patients: Patients) {
    this.#database = database;
    this.#patients = patients;
  }

  async run(actor: Actor): Promise<Wards> {
    const wards = await this.#patients.wards(this.#database.county(actor.countyId), actor.personId);
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
