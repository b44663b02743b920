import { timingSafeEqual } from 'node:crypto';
import type { CollectAnswer } from '@guanhu/shared/access/access.contract';
import { moveTicket, ticketState } from '@guanhu/shared/access/ticket.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { readPostsInForce } from './post.store.ts';
import { RateLimits } from './rate-limits.ts';
import { Sessions } from './sessions.ts';
import { ShowMe } from './show-me.ts';
import { moveDeskTicket, readDeskTicket } from './ticket.store.ts';
import { ticketSecretDigest } from './tickets.ts';

/** A desk asks every two seconds. */
const PER_TICKET = { burst: 20, everySeconds: 1 };

@Injectable()
export class CollectDeskSignIn {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #showMe: ShowMe;
  readonly #audit: Audit;
  readonly #limits: RateLimits;
  readonly #clock: Clock;

  constructor(database: Database, sessions: Sessions, showMe: ShowMe, audit: Audit, limits: RateLimits, clock: Clock) {
    this.#database = database;
    this.#sessions = sessions;
    this.#showMe = showMe;
    this.#audit = audit;
    this.#limits = limits;
    this.#clock = clock;
  }

  /**
   * Whether a phone has answered; when it approved, the session, once.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS for a ticket that is not this browser's, TICKET_USED for the second time.
   */
  async run(ticketId: Id, { secret }: { secret: string }): Promise<CollectAnswer> {
    this.#limits.take(`collect:${ticketId}`, PER_TICKET);
    const ticket = await readDeskTicket(this.#database.directory, ticketId);
    if (!ticket || !timingSafeEqual(ticket.secret_digest, ticketSecretDigest(secret))) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const facts = { state: ticket.state, expiresAt: ticket.expires_at };
    const state = ticketState(facts, this.#clock.now());
    if (state === 'waiting' || state === 'refused' || state === 'expired') return { state };
    const used = unwrap(moveTicket(facts, 'use', this.#clock.now()));
    const { county_id: countyId, person_id: personId } = ticket;
    if (countyId === null || personId === null) throw new Error('an approved ticket belongs to somebody');
    const county = this.#database.county(countyId);
    return county.inTransaction(async tx => {
      if (!(await moveDeskTicket(tx, ticketId, state, used, null))) throw new Refusal('TICKET_USED');
      // The person may have left, or lost the last post, since the phone approved.
      if ((await readPostsInForce(tx, personId, this.#clock.today())).length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
      const { token, sessionId } = await this.#sessions.open(tx, personId, 'desk');
      const actor = { countyId, personId, sessionId, channel: 'desk' as const, posts: [] };
      await this.#audit.deed(tx, { actor, act: 'access:desk-signed-in', objectKind: 'session', objectId: sessionId });
      return { state: 'approved' as const, token, me: await this.#showMe.run(tx, personId) };
    });
  }
}
