import { useState } from 'react';
import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import type { CallOutcome } from '@guanhu/shared/agenda/agenda.terms';
import { useTodaysTasks } from '../../../pages/today/use-todays-tasks.ts';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { submit } from '../../../platform/outbox';

export type Told =
  { readonly at: 'idle' | 'saving' } | { readonly at: 'done'; readonly say: string } | { readonly at: 'refused'; readonly say: string };

/** One call task and how the call went. */
export function useCallTask(taskId: string) {
  const task = useTodaysTasks().rows.find(row => row.taskId === taskId);
  const [told, setTold] = useState<Told>({ at: 'idle' });
  const tell = async (outcome: CallOutcome) => {
    void bankCredits(['visit', 'task']);
    setTold({ at: 'saving' });
    const sent = await submit(reportCall, { params: { taskId }, body: { outcome }, what: '通话结果' });
    if (sent.at === 'refused') setTold({ at: 'refused', say: sent.refusal.say });
    else if (sent.at === 'queued') setTold({ at: 'done', say: '已记在手机里，有网会自动上传' });
    else if (sent.value.late) setTold({ at: 'done', say: '已记进档案。这件事已经不用再打了' });
    else setTold({ at: 'done', say: outcome === 'reached' ? '已记下，这件办完了' : '已记下，过一会儿再打一次' });
  };
  return { task, told, tell };
}
