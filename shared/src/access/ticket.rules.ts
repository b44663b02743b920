import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { TicketState } from './access.terms.ts';

/** Seconds from asking to using; the whole life of a ticket. */
export const TICKET_SECONDS = 120;

export type TicketEvent = 'approve' | 'refuse' | 'use';

/** The whole life of a ticket. What is not here cannot happen. `expired` is read off the clock. */
const MOVES: { readonly [S in TicketState]: { readonly [E in TicketEvent]?: TicketState } } = {
  waiting: { approve: 'approved', refuse: 'refused' },
  approved: { use: 'used' },
  refused: {},
  expired: {},
  used: {},
};

export type TicketFacts = { readonly state: TicketState; readonly expiresAt: Date };

/** Where the ticket stands now: an unanswered or unused one ends with its time. */
export const ticketState = ({ state, expiresAt }: TicketFacts, now: Date): TicketState =>
  now >= expiresAt && (state === 'waiting' || state === 'approved') ? 'expired' : state;

/** The state after `event`. @returns TICKET_EXPIRED when the time has passed, TICKET_USED when it was answered or used before. */
export function moveTicket(ticket: TicketFacts, event: TicketEvent, now: Date): Decision<TicketState> {
  const from = ticketState(ticket, now);
  const to = MOVES[from][event];
  if (to) return grant(to);
  return refuse(from === 'expired' ? 'TICKET_EXPIRED' : 'TICKET_USED');
}
