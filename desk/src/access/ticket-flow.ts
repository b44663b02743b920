import type { TicketState } from '@guanhu/shared/access/access.terms';

/** What a screen shows of a ticket that a phone has to answer. */
export type TicketFlow =
  | { readonly at: 'asking' }
  | { readonly at: 'waiting'; readonly secondsLeft: number }
  | { readonly at: 'approved' | 'refused' | 'expired' }
  | { readonly at: 'failed'; readonly say: string };

type Asked = {
  /** The ticket, once the server has made one. */
  readonly ticket: { readonly expiresAt: string } | undefined;
  /** Why there is none. */
  readonly asking: { readonly message: string } | null;
  /** The last answer about it. */
  readonly state: TicketState | undefined;
  /** Why the last look did not work. A lost connection only means to look again. */
  readonly looking: { readonly code: string; readonly retry: boolean; readonly message: string } | null;
};

/** Where the ticket stands at `now`, in milliseconds. The browser's own clock ends the wait even when the server cannot be reached. */
export function ticketFlow({ ticket, asking, state, looking }: Asked, now: number): TicketFlow {
  if (!ticket) return asking ? { at: 'failed', say: asking.message } : { at: 'asking' };
  if (state === 'approved' || state === 'refused') return { at: state };
  const secondsLeft = Math.ceil((Date.parse(ticket.expiresAt) - now) / 1000);
  if (state === 'expired' || state === 'used' || looking?.code === 'TICKET_USED' || secondsLeft <= 0) return { at: 'expired' };
  if (looking && !looking.retry) return { at: 'failed', say: looking.message };
  return { at: 'waiting', secondsLeft };
}
