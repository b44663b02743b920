import type { StepUp, TicketAnswer } from '@guanhu/shared/access/access.contract';
import type { Actor, StepUpPurpose } from '@guanhu/shared/access/access.terms';
import { moveTicket, ticketState } from '@guanhu/shared/access/ticket.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { RateLimits } from './rate-limits.ts';
import { insertStepUp, moveStepUp, readStepUp } from './ticket.store.ts';
import { Tickets } from './tickets.ts';

const PER_PERSON = { burst: 30, everySeconds: 6 };

/** Releasing money, changing roles and exporting ask the phone again: for one session, person, purpose and object, once. */
@Injectable()
export class StepUps {
  readonly #database: Database;
  readonly #tickets: Tickets;
  readonly #limits: RateLimits;
  readonly #clock: Clock;

  constructor(database: Database, tickets: Tickets, limits: RateLimits, clock: Clock) {
    this.#database = database;
    this.#tickets = tickets;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** @throws Refusal STEP_UP_AT_DESK_ONLY: a phone that approves its own wish proves nothing. */
  async request(actor: Actor, body: { purpose: StepUpPurpose; objectId: Id; device: string }): Promise<StepUp> {
    this.#limits.take(`step-up:${actor.personId}`, PER_PERSON);
    if (actor.channel !== 'desk') throw new Refusal('STEP_UP_AT_DESK_ONLY');
    const ticket = await this.#tickets.mint();
    const { sessionId, personId, countyId } = actor;
    await insertStepUp(this.#database.county(countyId), { ...ticket, ...body, sessionId, personId });
    return ticket.shown;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS for a ticket of another session. */
  async state(actor: Actor, ticketId: Id): Promise<TicketAnswer> {
    const ticket = await readStepUp(this.#database.county(actor.countyId), ticketId);
    if (ticket?.session_id !== actor.sessionId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { state: ticketState({ state: ticket.state, expiresAt: ticket.expires_at }, this.#clock.now()) };
  }

  /**
   * Uses the approval up, in the transaction of the deed it is for.
   * @throws Refusal STEP_UP_NEEDED unless an approved, unused, unexpired ticket of this session is for this purpose and object.
   */
  async consume(tx: Tx, actor: Actor, ticketId: Id, purpose: StepUpPurpose, objectId: Id): Promise<void> {
    const ticket = await readStepUp(tx, ticketId);
    const fits =
      ticket?.session_id === actor.sessionId &&
      ticket.person_id === actor.personId &&
      ticket.purpose === purpose &&
      ticket.object_id === objectId;
    if (!fits) throw new Refusal('STEP_UP_NEEDED');
    const used = moveTicket({ state: ticket.state, expiresAt: ticket.expires_at }, 'use', this.#clock.now());
    if (!used.granted || !(await moveStepUp(tx, ticketId, ticket.state, used.value))) throw new Refusal('STEP_UP_NEEDED');
  }
}
