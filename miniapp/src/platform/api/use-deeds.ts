import { useRef, useState } from 'react';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { call } from './index.ts';
import { newKey } from './new-key.ts';

type Doing = { readonly at: 'idle' | 'sending' | 'done' } | { readonly at: 'refused'; readonly say: string };

/** Whatever is done about the thing of a page; after each deed it is read again. */
export function useDeeds(reload: () => Promise<void>) {
  const [doing, setDoing] = useState<Doing>({ at: 'idle' });
  // One deed is one intent: what is sent again after a lost answer must not happen twice.
  const wish = useRef<{ readonly body: string; readonly key: string }>();

  const send = async <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => {
    const text = JSON.stringify([route.path, params, body]);
    if (wish.current?.body !== text) wish.current = { body: text, key: newKey() };
    setDoing({ at: 'sending' });
    const answer = await call(route, { params, body, key: wish.current.key });
    if (answer.ok) {
      wish.current = undefined;
      setDoing({ at: 'done' });
      await reload();
      return;
    }
    setDoing({ at: 'refused', say: answer.refusal.say });
    if (answer.refusal.code === 'STALE') await reload();
  };
  return { doing, send };
}
