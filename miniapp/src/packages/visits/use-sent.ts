import { useRef, useState } from 'react';
import type { AnswerOf, BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { call } from '../../platform/api';
import { newKey } from '../../platform/api/new-key.ts';
import { submit } from '../../platform/outbox';

export type Sent<A> =
  | { readonly at: 'idle' | 'sending' }
  | { readonly at: 'sent'; readonly answer: A }
  /** On this phone until there is signal. */
  | { readonly at: 'queued' }
  | { readonly at: 'refused'; readonly say: string };

/**
 * One decision that is sent while somebody waits for the answer; tried again under the same key until the server has decided.
 * @param what  of a decision that may wait on the phone for signal: what it is called there
 */
export function useSent<R extends Route>(route: R, what?: string) {
  const [sent, setSent] = useState<Sent<AnswerOf<R>>>({ at: 'idle' });
  const key = useRef<string>();
  const send = async (meant: { params: ParamsOf<R>; body: BodyOf<R> }): Promise<void> => {
    key.current ??= newKey();
    setSent({ at: 'sending' });
    if (what !== undefined) {
      const outcome = await submit(route, { ...meant, what, key: key.current });
      if (outcome.at !== 'queued') key.current = undefined;
      setSent(
        outcome.at === 'saved'
          ? { at: 'sent', answer: outcome.value }
          : outcome.at === 'refused'
            ? { at: 'refused', say: outcome.refusal.say }
            : { at: 'queued' },
      );
      return;
    }
    const answer = await call(route, { ...meant, key: key.current });
    if (answer.ok || !answer.refusal.unreached) key.current = undefined;
    setSent(answer.ok ? { at: 'sent', answer: answer.value } : { at: 'refused', say: answer.refusal.say });
  };
  return { sent, send };
}
