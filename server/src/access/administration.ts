import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { rolesMayChange } from '@guanhu/shared/access/post.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Access } from './access.ts';
import { lockPerson, type PersonRecord } from './person.store.ts';
import { StepUps } from './step-ups.ts';

/** What every change of a person begins with. */
@Injectable()
export class Administration {
  readonly #access: Access;
  readonly #stepUps: StepUps;
  readonly #vaults: Vaults;

  constructor(access: Access, stepUps: StepUps, vaults: Vaults) {
    this.#access = access;
    this.#stepUps = stepUps;
    this.#vaults = vaults;
  }

  /** The person, locked. @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT */
  async person(tx: Tx, actor: Actor, personId: Id): Promise<PersonRecord> {
    await this.#access.requireInCounty(tx, actor, 'person:manage');
    const person = await lockPerson(tx, await this.#vaults.of(tx.countyId), personId);
    if (!person) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (person.leftAt) throw new Refusal('PERSON_LEFT');
    return person;
  }

  /**
   * That the roles of these persons may be changed by the actor, who approved it on the phone for `objectId`.
   * @throws Refusal ROLE_OF_ONESELF, STEP_UP_NEEDED
   */
  async roles(
    tx: Tx,
    actor: Actor,
    persons: readonly (Id | null)[],
    { stepUpTicket, objectId }: { stepUpTicket: Id; objectId: Id },
  ): Promise<void> {
    unwrap(rolesMayChange(standsFor(actor), persons));
    await this.confirmed(tx, actor, stepUpTicket, objectId);
  }

  /** @throws Refusal STEP_UP_NEEDED */
  confirmed(tx: Tx, actor: Actor, stepUpTicket: Id, objectId: Id): Promise<void> {
    return this.#stepUps.consume(tx, actor, stepUpTicket, 'roles:change', objectId);
  }
}
