import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { urlOf, type AnswerOf, type ParamsOf, type QueryOf, type Route } from '@guanhu/shared/kernel/route';
import { useSession } from '../session';
import { keepAnswer, keptAnswer } from '../storage/kept.ts';
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
    const answer = await send<AnswerOf<R>>({ method: route.method, url });
    if (mine !== latest.current) return;
    setLoading(false);
    if (answer.ok && keep) keepAnswer(url, answer.value);
    setKnown(before => {
      const older = before?.url === url ? before.value : undefined;
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

  const now = known?.url === url ? known : undefined;
  const value = now?.value ?? (keep && url !== undefined ? keptAnswer<AnswerOf<R>>(url) : undefined);
  return { value, refusal: now?.refusal, loading, reload };
}
