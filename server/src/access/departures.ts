import { decideEnd, endingAtOnce, inForce } from '@guanhu/shared/access/post.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Accounts } from './accounts.ts';
import { Invitations } from './invitations.ts';
import { Leavings } from './leavings.ts';
import { MeSources } from './me-sources.ts';
import { lockPerson, markLeft } from './person.store.ts';
import { endDeputyshipsOf, endPosts, insertDeputyship, otherAdministrators, readPosts, type PostRow } from './post.store.ts';
import { givePostTo, judge } from './posts.ts';

/** What happens to a person who goes, for a while or for good. Who may say so is asked by whoever calls. */
@Injectable()
export class Departures {
  readonly #accounts: Accounts;
  readonly #invitations: Invitations;
  readonly #leavings: Leavings;
  readonly #me: MeSources;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(accounts: Accounts, invitations: Invitations, leavings: Leavings, me: MeSources, vaults: Vaults, clock: Clock) {
    this.#accounts = accounts;
    this.#invitations = invitations;
    this.#leavings = leavings;
    this.#me = me;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** A person who is there and has not left, locked. @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT */
  async requirePresent(tx: Tx, personId: Id): Promise<void> {
    const person = await lockPerson(tx, await this.#vaults.of(tx.countyId), personId);
    if (!person) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (person.leftAt) throw new Refusal('PERSON_LEFT');
  }

  /**
   * A person leaves the service: what they could do ends at once, what they held goes to the successor. Somebody who is also a guardian
   * keeps the account: the family still needs it. @returns how many posts ended
   * @throws Refusal LAST_ADMINISTRATOR, POST_NOT_FITTING
   */
  async leave(tx: Tx, { personId, successorId }: { personId: Id; successorId: Id | null }): Promise<number> {
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
    if (!(await this.#me.isGuardian(tx, personId))) {
      await this.#invitations.withdraw(tx, personId);
      await this.#accounts.release(tx, [personId]);
      await markLeft(tx, personId, successorId, this.#clock.now());
    }
    await this.#leavings.tell(tx, { personId, successorId });
    return held.length;
  }

  /** Somebody stands in for all posts of a person, from day to day. @returns false when the id is taken. */
  standIn(tx: Tx, row: { id: Id; personId: Id; deputyId: Id; from: CalendarDate; until: CalendarDate }): Promise<boolean> {
    return insertDeputyship(tx, row);
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
