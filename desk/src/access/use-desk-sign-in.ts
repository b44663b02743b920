import { collectDeskSignIn, openDeskSignIn, readMe } from '@guanhu/shared/access/access.routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../app/api.ts';
import { thisDevice } from '../app/device.ts';
import { keyOfRead } from '../app/queries.ts';
import { session } from '../app/session.ts';
import { ticketFlow } from './ticket-flow.ts';
import { useNow } from './use-now.ts';

const LOOK_MS = 2_000;

/** A ticket to sign in with, looked after until the phone has answered; an approval starts the session. */
export function useDeskSignIn() {
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const asked = useQuery({
    queryKey: ['desk-sign-in', round],
    queryFn: () => call(openDeskSignIn, { body: { device: thisDevice() } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const ticket = asked.data;
  const now = useNow(ticket !== undefined);
  const inTime = ticket !== undefined && now < Date.parse(ticket.expiresAt);
  const looked = useQuery({
    queryKey: ['desk-sign-in', ticket?.ticketId, 'answer'],
    queryFn: async () => {
      if (!ticket) return undefined;
      const answer = await call(collectDeskSignIn, { params: { ticketId: ticket.ticketId }, body: { secret: ticket.secret } });
      if (answer.state === 'approved') {
        client.setQueryData(keyOfRead(readMe), answer.me);
        session.start(answer.token);
      }
      return answer.state;
    },
    enabled: inTime,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: query => (query.state.data === 'waiting' || query.state.error?.retry ? LOOK_MS : false),
  });
  const flow = ticketFlow({ ticket, asking: asked.error, state: looked.data, looking: looked.error }, now);
  return { ticket, flow, renew: () => setRound(before => before + 1) };
}
