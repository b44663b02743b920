import { useState } from 'react';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { submit } from '../../platform/outbox';
import { commonWords } from '../../words/common.ts';

export type Saving =
  { readonly at: 'idle' | 'saving' } | { readonly at: 'done'; readonly say: string } | { readonly at: 'refused'; readonly say: string };

/** Sends one form, also without signal; `say` is what the page then shows. */
export function useSaving<R extends Route>(route: R, what: string, say: string) {
  const [saving, setSaving] = useState<Saving>({ at: 'idle' });
  const save = async (parts: { params: ParamsOf<R>; body: BodyOf<R> }) => {
    setSaving({ at: 'saving' });
    const sent = await submit(route, { ...parts, what });
    if (sent.at === 'refused') setSaving({ at: 'refused', say: sent.refusal.say });
    else setSaving({ at: 'done', say: sent.at === 'queued' ? commonWords.keptOnPhone : say });
  };
  return { saving, save };
}
