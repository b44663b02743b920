import type { TicketAnswer, TicketShown } from '@guanhu/shared/access/access.contract';
import { TICKET_PURPOSES, type Actor, type TicketPurpose, type TicketState } from '@guanhu/shared/access/access.terms';
import { readCode, showCode } from '@guanhu/shared/access/code.rules';
import { moveTicket, ticketState } from '@guanhu/shared/access/ticket.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { RateLimits } from './rate-limits.ts';
import { findDeskTicket, findStepUp, moveDeskTicket, moveStepUp } from './ticket.store.ts';
import { Tickets } from './tickets.ts';

/** A person types or scans a few codes a day; guessing one of 25^8 within two minutes is hopeless even so. */
const PER_PERSON = { burst: 20, everySeconds: 6 };

/** A ticket as the phone meets it, whichever of the two kinds it is. */
type Met = {
  readonly id: Id;
  readonly purpose: TicketPurpose;
  readonly objectId: Id | null;
  readonly state: TicketState;
  readonly device: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly move: (tx: Tx, to: TicketState) => Promise<boolean>;
};

/** The phone's side of a ticket: look at it, then approve or refuse. */
@Injectable()
export class AnswerDeskTicket {
  readonly #database: Database;
  readonly #tickets: Tickets;
  readonly #audit: Audit;
  readonly #limits: RateLimits;
  readonly #clock: Clock;

  constructor(database: Database, tickets: Tickets, audit: Audit, limits: RateLimits, clock: Clock) {
    this.#database = database;
    this.#tickets = tickets;
    this.#audit = audit;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** What the phone shows before it approves. @throws Refusal as `run`. */
  async show(actor: Actor, typed: string): Promise<TicketShown> {
    const { code, ticket } = await this.#meet(actor, typed);
    return {
      code: showCode(code),
      purpose: ticket.purpose,
      says: TICKET_PURPOSES[ticket.purpose],
      device: ticket.device,
      askedAt: ticket.askedAt.toISOString(),
      expiresAt: ticket.expiresAt.toISOString(),
      state: ticketState(ticket, this.#clock.now()),
    };
  }

  /**
   * @throws Refusal TICKET_ON_PHONE_ONLY from a desk, DESK_NOT_OPEN to somebody without a post, NOT_FOUND_OR_NO_ACCESS for an unknown
   *   code or somebody else's step-up, TICKET_EXPIRED, TICKET_USED.
   */
  async run(actor: Actor, typed: string, event: 'approve' | 'refuse'): Promise<TicketAnswer> {
    const { ticket } = await this.#meet(actor, typed);
    const to = unwrap(moveTicket(ticket, event, this.#clock.now()));
    await this.#database.county(actor.countyId).inTransaction(async tx => {
      if (!(await ticket.move(tx, to))) throw new Refusal('TICKET_USED');
      await this.#audit.deed(tx, {
        actor,
        act: event === 'approve' ? 'access:ticket-approved' : 'access:ticket-refused',
        objectKind: 'ticket',
        objectId: ticket.id,
        facts: { purpose: ticket.purpose, of: ticket.objectId },
      });
    });
    return { state: to };
  }

  async #meet(actor: Actor, typed: string): Promise<{ code: string; ticket: Met }> {
    this.#limits.take(`ticket-code:${actor.personId}`, PER_PERSON);
    if (actor.channel !== 'phone') throw new Refusal('TICKET_ON_PHONE_ONLY');
    const code = readCode(typed);
    const ticket = code === undefined ? undefined : await this.#find(actor, this.#tickets.codeDigest(code));
    if (code === undefined || !ticket) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (actor.posts.length === 0) throw new Refusal('DESK_NOT_OPEN');
    return { code, ticket };
  }

  async #find(actor: Actor, digest: Buffer): Promise<Met | undefined> {
    const stepUp = await findStepUp(this.#database.county(actor.countyId), digest);
    if (stepUp) {
      // Only the person who asks at the desk can answer; to anybody else the code does not exist.
      if (stepUp.person_id !== actor.personId) return undefined;
      const move = (tx: Tx, to: TicketState) => moveStepUp(tx, stepUp.id, stepUp.state, to);
      return { ...metOf(stepUp), purpose: stepUp.purpose, objectId: stepUp.object_id, move };
    }
    const ticket = await findDeskTicket(this.#database.directory, digest);
    // Once answered, a ticket is known only to the person who answered it.
    if (!ticket || (ticket.person_id !== null && ticket.person_id !== actor.personId)) return undefined;
    const whose = { countyId: actor.countyId, personId: actor.personId };
    return {
      ...metOf(ticket),
      purpose: 'sign-in',
      objectId: null,
      move: (tx, to) => moveDeskTicket(tx, ticket.id, ticket.state, to, whose),
    };
  }
}

const metOf = (row: { id: Id; state: TicketState; device: string; asked_at: Date; expires_at: Date }) => ({
  id: row.id,
  state: row.state,
  device: row.device,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
});
