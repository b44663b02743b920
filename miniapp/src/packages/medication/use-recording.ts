import { useState } from 'react';
import type { AnswerOf, BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { submit } from '../../platform/outbox';

export type Recorded<A> =
  | { readonly at: 'idle' | 'saving' | 'queued' }
  | { readonly at: 'saved'; readonly value: A }
  | { readonly at: 'refused'; readonly say: string };

/** One thing that is written down: sent, kept on this phone until there is signal, or refused. */
export function useRecording<R extends Route>(route: R, what: string) {
  const [state, setState] = useState<Recorded<AnswerOf<R>>>({ at: 'idle' });
  const record = async (params: ParamsOf<R>, body: BodyOf<R>, key: string) => {
    setState({ at: 'saving' });
    const sent = await submit(route, { params, body, what, key });
    if (sent.at === 'refused') setState({ at: 'refused', say: sent.refusal.say });
    else if (sent.at === 'queued') setState({ at: 'queued' });
    else setState({ at: 'saved', value: sent.value });
  };
  return { state, record };
}
