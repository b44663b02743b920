import { useRef, useState } from 'react';
import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type Route } from '@guanhu/shared/kernel/route';
import { nowInstant } from '../now.ts';
import { dismissRefusedOf, settled, submit } from '../outbox';
import type { Intent, Outcome } from '../outbox/outbox.ts';
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

/** Of a page that works without signal. */
type Waits = {
  /** What a deed is called while it waits on the phone. */
  readonly what: string;
  /** The form in which it is written, opened again when it was not taken. */
  readonly form?: Intent['form'];
};
/** What somebody wished, as it reads at the moment at which they first tapped. */
type Wish = { readonly body: string; readonly key: string; readonly at: string };
/** What is meant; a deed whose day counts says when it was done. */
export type Meant<R extends Route> = BodyOf<R> | ((tappedAt: string) => BodyOf<R>);
export type SendDeed = <R extends Route>(route: R, params: ParamsOf<R>, meant: Meant<R>) => Promise<void>;

/** Whatever is done about the thing of a page; after each deed it is read again. */
export function useDeeds(reload: () => Promise<void>, waits?: Waits) {
  const [doing, setDoing] = useState<Doing>({ at: 'idle' });
  // One deed is one intent: what is sent again after a lost answer must not happen twice.
  const wish = useRef<Wish>();

  const decided = async (outcome: Exclude<Outcome<unknown>, { at: 'queued' }>) => {
    if (outcome.at === 'refused') {
      setDoing({ at: 'refused', say: outcome.refusal.say });
      if (outcome.refusal.code === 'STALE') await reload();
      return;
    }
    setDoing({ at: 'done' });
    wish.current = undefined;
    await reload();
  };
  const send: SendDeed = async <R extends Route>(route: R, params: ParamsOf<R>, meant: Meant<R>) => {
    const bodyAt = (at: string): BodyOf<R> => (typeof meant === 'function' ? (meant as (tappedAt: string) => BodyOf<R>)(at) : meant);
    const textAt = (at: string) => JSON.stringify([route.path, params, bodyAt(at)]);
    const isAsBefore = (before: Wish) => before.body === textAt(before.at);
    const anew = (at: string): Wish => ({ body: textAt(at), key: newKey(), at });
    if (wish.current === undefined || !isAsBefore(wish.current)) wish.current = anew(nowInstant());
    else if (doing.at === 'queued') return;
    const { key, at } = wish.current;
    const deed = { params, body: bodyAt(at), key };
    setDoing({ at: 'sending' });
    if (waits?.form) dismissRefusedOf(urlOf(route, params as Record<string, string>));
    const outcome = waits === undefined ? await atOnce(route, deed) : await submit(route, { ...deed, ...waits });
    if (outcome.at !== 'queued') return decided(outcome);
    setDoing({ at: 'queued' });
    // The page may be gone by then; nobody waits for it here.
    void settled(route, key).then(later => (later.at === 'queued' ? undefined : decided(later)));
  };
  return { doing, send };
}
