import type { NameDeputyBody, PersonRef } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { decideDeputy } from '@guanhu/shared/access/post.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Administration } from './administration.ts';
import { readPersons } from './person.store.ts';
import { endDeputyship, insertDeputyship } from './post.store.ts';

/** Who stands in for whom. A deputy acts with the posts of the absent person and is recorded as themself. */
@Injectable()
export class ChangeDeputies {
  readonly #administration: Administration;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(administration: Administration, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#administration = administration;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, STEP_UP_NEEDED, DEPUTY_NOT_FITTING */
  async name(
    tx: Tx,
    actor: Actor,
    personId: Id,
    { deputyshipId, deputyId, from, until, stepUpTicket }: NameDeputyBody,
  ): Promise<PersonRef> {
    await this.#administration.person(tx, actor, personId);
    const [deputy] = await readPersons(tx, await this.#vaults.of(tx.countyId), [deputyId]);
    if (!deputy || deputy.leftAt) throw new Refusal('DEPUTY_NOT_FITTING');
    await this.#administration.roles(tx, actor, [personId, deputyId], { stepUpTicket, objectId: personId });
    unwrap(decideDeputy(personId, deputyId, { from, until }, this.#clock.today()));
    if (!(await insertDeputyship(tx, { id: deputyshipId, personId, deputyId, from, until })))
      throw new Refusal('INPUT_INVALID', ['body.deputyshipId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'access:deputy-named',
      objectKind: 'deputyship',
      objectId: deputyshipId,
      facts: { personId, deputyId, from, until },
    });
    return { personId };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, STEP_UP_NEEDED */
  async end(tx: Tx, actor: Actor, { personId, deputyshipId }: { personId: Id; deputyshipId: Id }, stepUpTicket: Id): Promise<PersonRef> {
    await this.#administration.person(tx, actor, personId);
    await this.#administration.roles(tx, actor, [personId], { stepUpTicket, objectId: personId });
    const deputyId = await endDeputyship(tx, personId, deputyshipId, this.#clock.now());
    if (deputyId === undefined) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#audit.deed(tx, {
      actor,
      act: 'access:deputy-ended',
      objectKind: 'deputyship',
      objectId: deputyshipId,
      facts: { personId, deputyId },
    });
    return { personId };
  }
}
