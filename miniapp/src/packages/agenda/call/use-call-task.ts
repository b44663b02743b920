import { useState } from 'react';
import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import type { CallOutcome } from '@guanhu/shared/agenda/agenda.terms';
import { useTodaysTasks } from '../../../pages/today/use-todays-tasks.ts';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { nowInstant } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { agendaWords } from '../../../words/agenda.ts';
import { commonWords } from '../../../words/common.ts';

export type Told =
  { readonly at: 'idle' | 'saving' } | { readonly at: 'done'; readonly say: string } | { readonly at: 'refused'; readonly say: string };

/** One call task and how the call went. */
export function useCallTask(taskId: string) {
  const task = useTodaysTasks().rows.find(row => row.taskId === taskId);
  const [told, setTold] = useState<Told>({ at: 'idle' });
  const tell = async (outcome: CallOutcome) => {
    void bankCredits(['visit', 'task']);
    setTold({ at: 'saving' });
    const sent = await submit(reportCall, { params: { taskId }, body: { outcome, tappedAt: nowInstant() }, what: agendaWords.callOutcome });
    if (sent.at === 'refused') setTold({ at: 'refused', say: sent.refusal.say });
    else if (sent.at === 'queued') setTold({ at: 'done', say: commonWords.keptOnPhone });
    else if (sent.value.late) setTold({ at: 'done', say: agendaWords.notNeededAnyMore });
    else setTold({ at: 'done', say: outcome === 'reached' ? agendaWords.callDone : agendaWords.callAgain });
  };
  return { task, told, tell };
}
