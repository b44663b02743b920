import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { inForce, rolesMayChange } from '@guanhu/shared/access/post.rules';
import type { DecideHandoverBody, HandOverBody, HandoverRef, ProposeLeaveBody } from '@guanhu/shared/care-team/handover.contract';
import { daysFit, decideHandover, type HandoverDays, type HeldPost } from '@guanhu/shared/care-team/handover.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Departures, People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { countSeats } from './care-team.store.ts';
import { Grounds } from './grounds.ts';
import { insertHandover, lockHandover, settleHandover } from './handover.store.ts';

type Wanted = HandoverDays & { readonly personId: Id; readonly toId: Id };

/**
 * Everything of a worker passes to a colleague in one act, arranged by the village's lead or the social affairs office: for good, their
 * posts, seats and tasks move at once; for a leave, the colleague stands in and sees what is theirs.
 */
@Injectable()
export class HandOver {
  readonly #grounds: Grounds;
  readonly #departures: Departures;
  readonly #people: People;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(grounds: Grounds, departures: Departures, people: People, agenda: Agenda, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#grounds = grounds;
    this.#departures = departures;
    this.#people = people;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Arranged without being asked for. @throws Refusal as `#pass` and for an id that is taken */
  async arrange(tx: Tx, actor: Actor, { handoverId, ...wanted }: HandOverBody): Promise<HandoverRef> {
    const vault = await this.#vaults.of(tx.countyId);
    await this.#requireOver(tx, actor, wanted.personId);
    const row = { id: handoverId, personId: wanted.personId, toId: wanted.toId, from: wanted.from, until: wanted.until };
    if (!(await insertHandover(tx, vault, { ...row, note: null, proposedAt: this.#clock.now() })))
      throw new Refusal('INPUT_INVALID', ['body.handoverId']);
    return this.#pass(tx, actor, handoverId, wanted);
  }

  /** A worker asks for leave; nothing changes until somebody agrees. @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, DEPUTY_NOT_FITTING, HANDOVER_NOT_FITTING */
  async propose(tx: Tx, actor: Actor, { handoverId, toId, from, until, note }: ProposeLeaveBody): Promise<HandoverRef> {
    const { personId } = actor;
    const days = { from, until };
    if (!daysFit(days, this.#clock.today()) || toId === personId) throw new Refusal('DEPUTY_NOT_FITTING');
    if ((await this.#held(tx, personId)).length === 0) throw new Refusal('HANDOVER_NOT_FITTING');
    if (toId !== null) await this.#departures.requirePresent(tx, toId);
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await insertHandover(tx, vault, { id: handoverId, personId, toId, ...days, note, proposedAt: this.#clock.now() })))
      throw new Refusal('INPUT_INVALID', ['body.handoverId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:leave-proposed',
      objectKind: 'handover',
      objectId: handoverId,
      facts: { from, until, toId },
    });
    return { handoverId, state: 'proposed', tasks: 0, seats: 0 };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, HANDOVER_NOT_OPEN, and as `#pass` */
  async decide(tx: Tx, actor: Actor, handoverId: Id, body: DecideHandoverBody): Promise<HandoverRef> {
    const row = await lockHandover(tx, await this.#vaults.of(tx.countyId), handoverId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#requireOver(tx, actor, row.personId);
    if (row.state !== 'proposed') throw new Refusal('HANDOVER_NOT_OPEN');
    if (body.accept) {
      // Days that have gone by while nobody decided are gone.
      const from = row.from < this.#clock.today() ? this.#clock.today() : row.from;
      return this.#pass(tx, actor, handoverId, { personId: row.personId, toId: body.toId, from, until: row.until });
    }
    unwrap(rolesMayChange(standsFor(actor), [row.personId]));
    await this.#settle(tx, actor, handoverId, 'refused', null);
    return { handoverId, state: 'refused', tasks: 0, seats: 0 };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, HANDOVER_NOT_OPEN */
  async withdraw(tx: Tx, actor: Actor, handoverId: Id): Promise<void> {
    const row = await lockHandover(tx, await this.#vaults.of(tx.countyId), handoverId);
    if (row?.personId !== actor.personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (row.state !== 'proposed') throw new Refusal('HANDOVER_NOT_OPEN');
    await this.#settle(tx, actor, handoverId, 'withdrawn', null);
  }

  /** @throws Refusal ROLE_OF_ONESELF, NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, HANDOVER_NEEDS_ADMINISTRATOR, HANDOVER_NOT_FITTING, DEPUTY_NOT_FITTING */
  async #pass(tx: Tx, actor: Actor, handoverId: Id, wanted: Wanted): Promise<HandoverRef> {
    const { personId, toId, from, until } = wanted;
    unwrap(rolesMayChange(standsFor(actor), [personId, toId]));
    await this.#departures.requirePresent(tx, personId);
    await this.#departures.requirePresent(tx, toId);
    unwrap(decideHandover(wanted, await this.#held(tx, personId), await this.#held(tx, toId), this.#clock.today()));
    const seats = await countSeats(tx, personId, this.#clock.today());
    const tasks = await this.#agenda.countLive(tx, personId);
    if (until === null) await this.#departures.leave(tx, { personId, successorId: toId });
    else await this.#departures.standIn(tx, { id: newId(), personId, deputyId: toId, from, until });
    await this.#settle(tx, actor, handoverId, 'done', toId, { personId, toId, from, until, tasks, seats });
    return { handoverId, state: 'done', tasks, seats };
  }

  async #settle(
    tx: Tx,
    actor: Actor,
    id: Id,
    state: 'done' | 'refused' | 'withdrawn',
    toId: Id | null,
    facts: Record<string, string | number | null> = {},
  ): Promise<void> {
    await settleHandover(tx, { id, state, toId, by: actor.personId, now: this.#clock.now() });
    await this.#audit.deed(tx, { actor, act: `care-team:handover-${state}`, objectKind: 'handover', objectId: id, facts });
  }

  /** That the actor answers for every area in which the person holds a post. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async #requireOver(tx: Tx, actor: Actor, personId: Id): Promise<void> {
    const today = this.#clock.today();
    const posts = (await this.#people.posts(tx, [personId])).filter(post => post.until === null || post.until >= today);
    if (posts.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    for (const areaId of new Set(posts.map(post => post.areaId))) await this.#grounds.requireIn(tx, actor, 'handover:do', areaId);
  }

  /** The person's posts of today and those still to begin. */
  async #held(tx: Tx, personId: Id): Promise<HeldPost[]> {
    const today = this.#clock.today();
    const townshipOf = await this.#grounds.townships(tx);
    return (await this.#people.posts(tx, [personId]))
      .filter(post => inForce(post, today) || post.from > today)
      .map(post => ({ role: post.role, townshipId: townshipOf(post.areaId) }));
  }
}
