import { useRef, useState } from 'react';
import type { AnswerOf, BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { submit } from '../outbox';
import type { Outcome } from '../outbox/outbox.ts';
import { call } from './index.ts';
import { newKey } from './new-key.ts';

type Doing =
  | { readonly at: 'idle' | 'sending' | 'done' }
  /** On this phone until there is signal. */
  | { readonly at: 'queued' }
  | { readonly at: 'refused'; readonly say: string };
type Deed<R extends Route> = { readonly params: ParamsOf<R>; readonly body: BodyOf<R>; readonly key: string };

const atOnce = async <R extends Route>(route: R, deed: Deed<R>): Promise<Outcome<AnswerOf<R>>> => {
  const answer = await call(route, deed);
  return answer.ok ? { at: 'saved', value: answer.value } : { at: 'refused', refusal: answer.refusal };
};

/**
 * Whatever is done about the thing of a page; after each deed it is read again.
 * @param what  of a page that works without signal: what a deed is called while it waits on the phone
 */
export function useDeeds(reload: () => Promise<void>, what?: string) {
  const [doing, setDoing] = useState<Doing>({ at: 'idle' });
  // One deed is one intent: what is sent again after a lost answer must not happen twice.
  const wish = useRef<{ readonly body: string; readonly key: string }>();

  const send = async <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => {
    const text = JSON.stringify([route.path, params, body]);
    if (wish.current?.body !== text) wish.current = { body: text, key: newKey() };
    else if (doing.at === 'queued') return;
    const { key } = wish.current;
    setDoing({ at: 'sending' });
    const outcome = what === undefined ? await atOnce(route, { params, body, key }) : await submit(route, { params, body, what, key });
    if (outcome.at === 'refused') {
      setDoing({ at: 'refused', say: outcome.refusal.say });
      if (outcome.refusal.code === 'STALE') await reload();
      return;
    }
    setDoing({ at: outcome.at === 'queued' ? 'queued' : 'done' });
    if (outcome.at === 'queued') return;
    wish.current = undefined;
    await reload();
  };
  return { doing, send };
}
