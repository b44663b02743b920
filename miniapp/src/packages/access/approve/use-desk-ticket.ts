import { useState } from 'react';
import { approveDeskTicket, readDeskTicket, refuseDeskTicket } from '@guanhu/shared/access/access.routes';
import { readCode, readQr } from '@guanhu/shared/access/code.rules';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { PhoneRefusal } from '../../../platform/api/answer.ts';
import { call } from '../../../platform/api';
import { accessWords } from '../../../words/access.ts';

type Ticket = AnswerOf<typeof readDeskTicket>;

export type DeskTicket =
  | { readonly at: 'none'; readonly say?: string }
  | { readonly at: 'reading' }
  | { readonly at: 'shown'; readonly ticket: Ticket; readonly busy: boolean; readonly say?: string }
  | { readonly at: 'approved'; readonly ticket: Ticket }
  | { readonly at: 'refused'; readonly ticket: Ticket };

/** The code of a desk's picture, or of what was typed from the screen. */
export function ticketCode(text: string): string | undefined {
  const scanned = readQr(text);
  return scanned ? (scanned.kind === 'ticket' ? scanned.code : undefined) : readCode(text);
}

/** What the desk asks this phone for: looked at, then approved or refused. Nothing is approved by scanning alone. */
export function useDeskTicket() {
  const [state, setState] = useState<DeskTicket>({ at: 'none' });
  const words = (refusal: PhoneRefusal) => refusal.say;

  const read = async (text: string) => {
    const code = ticketCode(text);
    if (code === undefined) {
      setState({ at: 'none', say: accessWords.noTicket });
      return;
    }
    setState({ at: 'reading' });
    const answer = await call(readDeskTicket, { params: { code } });
    if (!answer.ok) setState({ at: 'none', say: words(answer.refusal) });
    else if (answer.value.state === 'waiting') setState({ at: 'shown', ticket: answer.value, busy: false });
    else setState({ at: 'none', say: accessWords.ticketGone });
  };

  const answer = async (ticket: Ticket, approve: boolean) => {
    setState({ at: 'shown', ticket, busy: true });
    const given = await call(approve ? approveDeskTicket : refuseDeskTicket, { params: { code: ticket.code } });
    if (!given.ok) setState({ at: 'shown', ticket, busy: false, say: words(given.refusal) });
    else setState({ at: approve ? 'approved' : 'refused', ticket });
  };
  return { state, read, answer };
}
