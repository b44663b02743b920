import type { LeavingBody, PersonRef } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Administration } from './administration.ts';
import { Departures } from './departures.ts';

/** The administrator records that somebody leaves the service. */
@Injectable()
export class RecordLeaving {
  readonly #administration: Administration;
  readonly #departures: Departures;
  readonly #audit: Audit;

  constructor(administration: Administration, departures: Departures, audit: Audit) {
    this.#administration = administration;
    this.#departures = departures;
    this.#audit = audit;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, STEP_UP_NEEDED, LAST_ADMINISTRATOR, POST_NOT_FITTING */
  async run(tx: Tx, actor: Actor, personId: Id, { successorId, stepUpTicket }: LeavingBody): Promise<PersonRef> {
    await this.#administration.person(tx, actor, personId);
    if (successorId === personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (successorId !== null) await this.#departures.requirePresent(tx, successorId);
    await this.#administration.roles(tx, actor, [personId, successorId], { stepUpTicket, objectId: personId });
    const posts = await this.#departures.leave(tx, { personId, successorId });
    await this.#audit.deed(tx, {
      actor,
      act: 'access:person-left',
      objectKind: 'person',
      objectId: personId,
      facts: { successorId, posts },
    });
    return { personId };
  }
}
