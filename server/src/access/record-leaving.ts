import type { LeavingBody, PersonRef } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { decideEnd, endingAtOnce, inForce } from '@guanhu/shared/access/post.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Accounts } from './accounts.ts';
import { Administration } from './administration.ts';
import { Invitations } from './invitations.ts';
import { Leavings } from './leavings.ts';
import { lockPerson, markLeft } from './person.store.ts';
import { endDeputyshipsOf, endPosts, otherAdministrators, readPosts, type PostRow } from './post.store.ts';
import { givePostTo, judge } from './posts.ts';

/** Somebody leaves the service: what they could do ends at once, what they held goes to the successor. */
@Injectable()
export class RecordLeaving {
  readonly #administration: Administration;
  readonly #accounts: Accounts;
  readonly #invitations: Invitations;
  readonly #leavings: Leavings;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    administration: Administration,
    accounts: Accounts,
    invitations: Invitations,
    leavings: Leavings,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#administration = administration;
    this.#accounts = accounts;
    this.#invitations = invitations;
    this.#leavings = leavings;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, STEP_UP_NEEDED, LAST_ADMINISTRATOR, POST_NOT_FITTING */
  async run(tx: Tx, actor: Actor, personId: Id, { successorId, stepUpTicket }: LeavingBody): Promise<PersonRef> {
    await this.#administration.person(tx, actor, personId);
    await this.#requireSuccessor(tx, personId, successorId);
    await this.#administration.roles(tx, actor, [personId, successorId], { stepUpTicket, objectId: personId });
    const today = this.#clock.today();
    const held = (await readPosts(tx, [personId])).filter(post => post.until === null || post.until >= today);
    await this.#endPosts(tx, personId, held);
    if (successorId !== null)
      await this.#handOver(
        tx,
        successorId,
        held.filter(post => inForce(post, today)),
      );
    await endDeputyshipsOf(tx, personId, this.#clock.now());
    await this.#invitations.withdraw(tx, personId);
    await this.#accounts.release(tx, [personId]);
    await markLeft(tx, personId, successorId, this.#clock.now());
    await this.#leavings.tell(tx, { personId, successorId });
    await this.#audit.deed(tx, {
      actor,
      act: 'access:person-left',
      objectKind: 'person',
      objectId: personId,
      facts: { successorId, posts: held.length },
    });
    return { personId };
  }

  async #requireSuccessor(tx: Tx, personId: Id, successorId: Id | null): Promise<void> {
    if (successorId === null) return;
    const successor = await lockPerson(tx, await this.#vaults.of(tx.countyId), successorId);
    if (!successor || successorId === personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (successor.leftAt) throw new Refusal('PERSON_LEFT');
  }

  async #endPosts(tx: Tx, personId: Id, held: readonly PostRow[]): Promise<void> {
    const today = this.#clock.today();
    const lastDay = endingAtOnce(today);
    const others = await otherAdministrators(tx, personId, lastDay);
    for (const post of held) unwrap(decideEnd(post, lastDay, today, others));
    await endPosts(
      tx,
      personId,
      held.map(post => post.postId),
      lastDay,
    );
  }

  /** What the successor holds already stays as it is. */
  async #handOver(tx: Tx, successorId: Id, posts: readonly PostRow[]): Promise<void> {
    for (const { role, areaId, organisationId } of posts) {
      const post = { postId: newId(), role, areaId, organisationId, from: this.#clock.today() };
      const decision = await judge(tx, successorId, post);
      if (decision.granted || decision.code !== 'POST_ALREADY_HELD') await givePostTo(tx, successorId, post);
    }
  }
}
