import { useState } from 'react';
import { decideHandover } from '@guanhu/shared/care-team/handover.routes';
import { submit } from '../../../platform/outbox';

export type Deciding = { readonly at: 'idle' | 'saving' } | { readonly at: 'said' | 'refused'; readonly say: string };

/** Agreeing to a colleague's leave, with whoever stands in, or not. */
export function useDecide(handoverId: string, onDone: () => void) {
  const [deciding, setDeciding] = useState<Deciding>({ at: 'idle' });
  const decide = async (toId: string | null) => {
    setDeciding({ at: 'saving' });
    const body = toId === null ? ({ accept: false } as const) : ({ accept: true, toId } as const);
    const sent = await submit(decideHandover, { params: { handoverId }, body, what: '请假审批' });
    if (sent.at === 'refused') setDeciding({ at: 'refused', say: sent.refusal.say });
    else
      setDeciding({ at: 'said', say: sent.at === 'queued' ? '已记在手机里，有网会自动上传' : toId === null ? '已回复不同意' : '已同意' });
    onDone();
  };
  return { deciding, decide };
}
