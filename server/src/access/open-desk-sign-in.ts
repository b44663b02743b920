import type { DeskSignIn } from '@guanhu/shared/access/access.contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { RateLimits } from './rate-limits.ts';
import { insertDeskTicket, sweepDeskTickets } from './ticket.store.ts';
import { newTicketSecret, Tickets } from './tickets.ts';

const PER_ADDRESS = { burst: 60, everySeconds: 2 };
/** Old tickets are kept for a while, so that a late scan is told "expired" and not "unknown". */
const KEPT_MS = 3_600_000;

@Injectable()
export class OpenDeskSignIn {
  readonly #database: Database;
  readonly #tickets: Tickets;
  readonly #limits: RateLimits;

  constructor(database: Database, tickets: Tickets, limits: RateLimits) {
    this.#database = database;
    this.#tickets = tickets;
    this.#limits = limits;
  }

  /** A ticket for a browser that nobody is signed in at. */
  async run(ip: string, { device }: { device: string }): Promise<DeskSignIn> {
    this.#limits.take(`desk-sign-in:${ip}`, PER_ADDRESS);
    const ticket = await this.#tickets.mint();
    const { secret, digest } = newTicketSecret();
    await sweepDeskTickets(this.#database.directory, new Date(ticket.now.getTime() - KEPT_MS));
    await insertDeskTicket(this.#database.directory, { ...ticket, device, secretDigest: digest });
    return { ...ticket.shown, secret };
  }
}
