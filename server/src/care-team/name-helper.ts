import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { HelperNamed, NameHelperBody } from '@guanhu/shared/registry/guardians.contract';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Helpers } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** The office records who acts for a guardian without a phone, by what proof, and that it is over. */
@Injectable()
export class NameHelper {
  readonly #teams: Teams;
  readonly #helpers: Helpers;

  constructor(teams: Teams, helpers: Helpers) {
    this.#teams = teams;
    this.#helpers = helpers;
  }

  async name(tx: Tx, actor: Actor, patientId: Id, body: NameHelperBody): Promise<HelperNamed> {
    await this.#teams.requireFor(tx, actor, 'guardian:appoint', patientId);
    return this.#helpers.name(tx, actor, patientId, body);
  }

  async end(tx: Tx, actor: Actor, patientId: Id, helperId: Id): Promise<void> {
    await this.#teams.requireFor(tx, actor, 'guardian:appoint', patientId);
    await this.#helpers.end(tx, actor, patientId, helperId);
  }
}
