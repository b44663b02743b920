import { useState } from 'react';
import { decideHandover } from '@guanhu/shared/care-team/handover.routes';
import { submit } from '../../../platform/outbox';
import { careTeamWords } from '../../../words/care-team.ts';
import { commonWords } from '../../../words/common.ts';

export type Deciding = { readonly at: 'idle' | 'saving' } | { readonly at: 'said' | 'refused'; readonly say: string };

/** Agreeing to a colleague's leave, with whoever stands in, or not. */
export function useDecide(handoverId: string, onDone: () => void) {
  const [deciding, setDeciding] = useState<Deciding>({ at: 'idle' });
  const decide = async (toId: string | null) => {
    setDeciding({ at: 'saving' });
    const body = toId === null ? ({ accept: false } as const) : ({ accept: true, toId } as const);
    const sent = await submit(decideHandover, { params: { handoverId }, body, what: careTeamWords.leaveDecision });
    if (sent.at === 'refused') setDeciding({ at: 'refused', say: sent.refusal.say });
    else
      setDeciding({
        at: 'said',
        say: sent.at === 'queued' ? commonWords.keptOnPhone : toId === null ? careTeamWords.saidNo : careTeamWords.saidYes,
      });
    onDone();
  };
  return { deciding, decide };
}
