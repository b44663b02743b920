import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AppointGuardianBody, EndGuardianshipBody, GuardianAppointed } from '@guanhu/shared/registry/guardians.contract';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Guardianships } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** The office records who becomes a guardian, who is asked, and who is one no more. */
@Injectable()
export class AppointGuardian {
  readonly #teams: Teams;
  readonly #guardianships: Guardianships;

  constructor(teams: Teams, guardianships: Guardianships) {
    this.#teams = teams;
    this.#guardianships = guardianships;
  }

  async appoint(tx: Tx, actor: Actor, patientId: Id, body: AppointGuardianBody): Promise<GuardianAppointed> {
    await this.#teams.requireFor(tx, actor, 'guardian:appoint', patientId);
    return this.#guardianships.appoint(tx, actor, patientId, body);
  }

  async end(tx: Tx, actor: Actor, patientId: Id, guardianshipId: Id, body: EndGuardianshipBody): Promise<void> {
    await this.#teams.requireFor(tx, actor, 'guardian:appoint', patientId);
    await this.#guardianships.end(tx, actor, patientId, guardianshipId, body);
  }

  async makePrimary(tx: Tx, actor: Actor, patientId: Id, guardianshipId: Id): Promise<void> {
    await this.#teams.requireFor(tx, actor, 'guardian:appoint', patientId);
    await this.#guardianships.makePrimary(tx, actor, patientId, guardianshipId);
  }
}
