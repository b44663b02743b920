import { useRef, useState } from 'react';
import { readApplication } from '@guanhu/shared/agreements/application.routes';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';

export type Doing = { readonly at: 'idle' | 'sending' | 'done' } | { readonly at: 'refused'; readonly say: string };

/** One application, and whatever is done about it; after each deed it is read again. */
export function useApplication(applicationId: string) {
  const reading = useRead(readApplication, { params: { applicationId } });
  const [doing, setDoing] = useState<Doing>({ at: 'idle' });
  // One deed is one intent: what is sent again after a lost answer must not happen twice.
  const wish = useRef<{ readonly body: string; readonly key: string }>();

  const send = async <R extends Route>(route: R, body: BodyOf<R>) => {
    const text = JSON.stringify([route.path, body]);
    if (wish.current?.body !== text) wish.current = { body: text, key: newKey() };
    setDoing({ at: 'sending' });
    const answer = await call(route, { params: { applicationId } as ParamsOf<R>, body, key: wish.current.key });
    if (answer.ok) {
      wish.current = undefined;
      setDoing({ at: 'done' });
      await reading.reload();
      return;
    }
    setDoing({ at: 'refused', say: answer.refusal.say });
    if (answer.refusal.code === 'STALE') await reading.reload();
  };
  return { reading, application: reading.value, doing, send };
}
