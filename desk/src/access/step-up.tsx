import { readStepUp, requestStepUp } from '@guanhu/shared/access/access.routes';
import { TICKET_PURPOSES, type StepUpPurpose } from '@guanhu/shared/access/access.terms';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { call } from '../app/api.ts';
import { thisDevice } from '../app/device.ts';
import { TicketCard } from './ticket-card.tsx';
import { ticketFlow } from './ticket-flow.ts';
import { useNow } from './use-now.ts';

const LOOK_MS = 1_500;

/** One deed on one object, for which the phone is asked again. */
export type StepUpWish = { readonly purpose: StepUpPurpose; readonly objectId: string };
type Ask = (wish: StepUpWish) => Promise<string | null>;

const StepUpContext = createContext<Ask>(() => Promise.resolve(null));

/** Asks the phone. @returns the id of the approved ticket for the write to carry, or null when the person gave up. */
export const useStepUp = (): Ask => useContext(StepUpContext);

type Open = StepUpWish & { readonly answer: (ticketId: string | null) => void };

export function StepUpProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useCallback<Ask>(wish => new Promise(answer => setOpen({ ...wish, answer })), []);
  const close = (ticketId: string | null) => {
    open?.answer(ticketId);
    setOpen(null);
  };
  return (
    <StepUpContext.Provider value={ask}>
      {children}
      {open && <StepUpDialog wish={open} onEnd={close} />}
    </StepUpContext.Provider>
  );
}

function StepUpDialog({ wish, onEnd }: { wish: StepUpWish; onEnd: (ticketId: string | null) => void }) {
  const { ticket, flow, renew } = useStepUpTicket(wish);
  const ended = useRef(false);
  useEffect(() => {
    if (flow.at !== 'approved' || !ticket || ended.current) return;
    ended.current = true;
    onEnd(ticket.ticketId);
  }, [flow.at, ticket, onEnd]);
  const deed = TICKET_PURPOSES[wish.purpose];
  return (
    <Modal open title={`请在手机上确认：${deed}`} footer={null} width={420} mask={{ closable: false }} onCancel={() => onEnd(null)}>
      <p className="sub" style={{ marginBottom: 12 }}>
        这一步要用您自己的手机再确认一次，同意后自动继续。
      </p>
      <TicketCard ticket={ticket} flow={flow} deed={`确认${deed}`} renew={renew} />
    </Modal>
  );
}

function useStepUpTicket({ purpose, objectId }: StepUpWish) {
  const [round, setRound] = useState(0);
  const asked = useQuery({
    queryKey: ['step-up', purpose, objectId, round],
    queryFn: () => call(requestStepUp, { body: { purpose, objectId, device: thisDevice() } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const ticket = asked.data;
  const now = useNow(ticket !== undefined);
  const inTime = ticket !== undefined && now < Date.parse(ticket.expiresAt);
  const looked = useQuery({
    queryKey: ['step-up', ticket?.ticketId, 'state'],
    queryFn: async () => (ticket ? (await call(readStepUp, { params: { ticketId: ticket.ticketId } })).state : undefined),
    enabled: inTime,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: query => (query.state.data === 'waiting' || query.state.error?.retry ? LOOK_MS : false),
  });
  const flow = ticketFlow({ ticket, asking: asked.error, state: looked.data, looking: looked.error }, now);
  return { ticket, flow, renew: () => setRound(before => before + 1) };
}
