import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDidShow } from '@tarojs/taro';
import { urlOf, type AnswerOf, type ParamsOf, type QueryOf, type Route } from '@guanhu/shared/kernel/route';
import { kept } from '../kept';
import { token, useSession } from '../session';
import type { PhoneRefusal } from './answer.ts';
import { send } from './index.ts';

/** What a page that reads knows. An older value stays while a newer one is fetched or could not be had. */
export type Reading<T> = {
  readonly value: T | undefined;
  readonly refusal: PhoneRefusal | undefined;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
};

type Asked<R extends Route> = {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R>;
  /** Keep the answer on this phone for when there is no signal. */
  readonly keep?: boolean;
};

/** An answer with the address it belongs to: another patient's must never be shown for this one. */
type Known<T> = { readonly url: string; readonly value: T | undefined; readonly refusal: PhoneRefusal | undefined };

const subscribe = (listener: () => void) => kept.subscribe(listener);

/** Reads when the page opens and at every later show. Does nothing while nobody is signed in or told to `wait`. */
export function useRead<R extends Route>(route: R, asked: Asked<R> | 'wait' = {}): Reading<AnswerOf<R>> {
  const signedIn = useSession() !== undefined;
  const waits = !signedIn || asked === 'wait';
  const url = waits ? undefined : urlOf(route, asked.params as Record<string, string>, asked.query as Record<string, string>);
  const keep = !waits && asked.keep === true;
  const [known, setKnown] = useState<Known<AnswerOf<R>>>();
  const [loading, setLoading] = useState(!waits);
  const latest = useRef(0);

  const reload = useCallback(async () => {
    if (url === undefined) return;
    const mine = (latest.current += 1);
    setLoading(true);
    const asker = token();
    const answer = await send<AnswerOf<R>>({ method: route.method, url });
    if (mine !== latest.current || token() !== asker) return;
    setLoading(false);
    if (answer.ok && keep) kept.keep(url, answer.value);
    // Whoever may not see it any more does not see the copy either.
    const isTaken = !answer.ok && !answer.refusal.unreached;
    if (isTaken && keep) kept.drop(name => name === url);
    setKnown(before => {
      const older = before?.url === url && !isTaken ? before.value : undefined;
      return answer.ok ? { url, value: answer.value, refusal: undefined } : { url, value: older, refusal: answer.refusal };
    });
  }, [route, url, keep]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void reload();
    shown.current = true;
  });

  const copy = useCallback(() => (keep && url !== undefined ? kept.get(url) : undefined), [keep, url]);
  const older = useSyncExternalStore(subscribe, copy, copy) as AnswerOf<R> | undefined;
  const now = known?.url === url ? known : undefined;
  return { value: now?.value ?? older, refusal: now?.refusal, loading, reload };
}
