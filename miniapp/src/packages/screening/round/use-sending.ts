import { useState } from 'react';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { newKey } from '../../../platform/api/new-key.ts';
import { settled, submit } from '../../../platform/outbox';

export type Sending = { readonly at: 'idle' | 'sending' | 'saved' | 'queued' } | { readonly at: 'refused'; readonly say: string };

/** One thing that is said of a village: at the server, on this phone until there is signal, or refused. */
export function useSending<R extends Route>(route: R, what: string, onSaved: () => Promise<void>) {
  const [sending, setSending] = useState<Sending>({ at: 'idle' });
  const send = async (params: ParamsOf<R>, body: BodyOf<R>) => {
    if (sending.at === 'sending') return;
    setSending({ at: 'sending' });
    const key = newKey();
    const now = await submit(route, { params, body, what, key });
    if (now.at === 'queued') setSending({ at: 'queued' });
    const outcome = now.at === 'queued' ? await settled(route, key) : now;
    setSending(outcome.at === 'refused' ? { at: 'refused', say: outcome.refusal.say } : { at: outcome.at });
    if (outcome.at === 'saved') await onSaved();
  };
  return { sending, send };
}
