import { useRef, useState } from 'react';
import type { AnswerOf, BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { call } from '../../platform/api';
import { newKey } from '../../platform/api/new-key.ts';

export type Sent<A> =
  { readonly at: 'idle' | 'sending' } | { readonly at: 'sent'; readonly answer: A } | { readonly at: 'refused'; readonly say: string };

/** One decision that is sent while somebody waits for the answer; tried again under the same key until the server has decided. */
export function useSent<R extends Route>(route: R) {
  const [sent, setSent] = useState<Sent<AnswerOf<R>>>({ at: 'idle' });
  const key = useRef<string>();
  const send = async (meant: { params: ParamsOf<R>; body: BodyOf<R> }): Promise<void> => {
    key.current ??= newKey();
    setSent({ at: 'sending' });
    const answer = await call(route, { ...meant, key: key.current });
    if (answer.ok || !answer.refusal.unreached) key.current = undefined;
    setSent(answer.ok ? { at: 'sent', answer: answer.value } : { at: 'refused', say: answer.refusal.say });
  };
  return { sent, send };
}
