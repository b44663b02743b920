import { useState } from 'react';
import { proposeLeave, withdrawLeave } from '@guanhu/shared/care-team/handover.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { newKey } from '../../../platform/api/new-key.ts';
import { submit } from '../../../platform/outbox';
import { careTeamWords } from '../../../words/care-team.ts';
import { commonWords } from '../../../words/common.ts';

export type Asking =
  { readonly at: 'idle' | 'saving' } | { readonly at: 'said'; readonly say: string } | { readonly at: 'refused'; readonly say: string };
export type LeaveWish = {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly toId: string | undefined;
  readonly note: string;
};

/** Asking for leave, and taking it back; `onDone` reads the list again. */
export function useLeave(onDone: () => void) {
  const [asking, setAsking] = useState<Asking>({ at: 'idle' });
  const told = (sent: Awaited<ReturnType<typeof submit>>, say: string) => {
    if (sent.at === 'refused') setAsking({ at: 'refused', say: sent.refusal.say });
    else setAsking({ at: 'said', say: sent.at === 'queued' ? commonWords.keptOnPhone : say });
    onDone();
  };
  const ask = async ({ from, until, toId, note }: LeaveWish) => {
    setAsking({ at: 'saving' });
    const body = { handoverId: newKey(), toId: toId ?? null, from, until, note: note.trim() === '' ? null : note.trim() };
    told(await submit(proposeLeave, { body, what: careTeamWords.leaveRequest }), careTeamWords.leaveAsked);
  };
  const takeBack = async (handoverId: string) => {
    setAsking({ at: 'saving' });
    told(
      await submit(withdrawLeave, { params: { handoverId }, body: undefined, what: careTeamWords.withdrawLeave }),
      careTeamWords.withdrawn,
    );
  };
  return { asking, ask, takeBack };
}
