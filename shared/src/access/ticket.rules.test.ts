import { TICKET_STATES, type TicketState } from './access.terms.ts';
import { moveTicket, ticketState, TICKET_SECONDS, type TicketEvent } from './ticket.rules.ts';

const asked = new Date('2026-03-01T08:00:00Z');
const after = (seconds: number) => new Date(asked.getTime() + seconds * 1000);
const ticket = (state: TicketState) => ({ state, expiresAt: after(TICKET_SECONDS) });

describe('life of a desk ticket', () => {
  it('goes from waiting by approval to used, and no other way', () => {
    const allowed: string[] = [];
    for (const state of Object.keys(TICKET_STATES) as TicketState[])
      for (const event of ['approve', 'refuse', 'use'] satisfies TicketEvent[]) {
        const moved = moveTicket(ticket(state), event, after(1));
        if (moved.granted) allowed.push(`${state} ${event} ${moved.value}`);
      }
    expect(allowed).toEqual(['waiting approve approved', 'waiting refuse refused', 'approved use used']);
  });

  it('is over after two minutes, answered or not', () => {
    expect(ticketState(ticket('waiting'), after(119.999))).toBe('waiting');
    for (const state of ['waiting', 'approved'] as const) expect(ticketState(ticket(state), after(120))).toBe('expired');
    for (const state of ['refused', 'used'] as const) expect(ticketState(ticket(state), after(120))).toBe(state);
    expect(moveTicket(ticket('approved'), 'use', after(120))).toEqual({ granted: false, code: 'TICKET_EXPIRED' });
    expect(moveTicket(ticket('used'), 'use', after(1))).toEqual({ granted: false, code: 'TICKET_USED' });
  });
});
