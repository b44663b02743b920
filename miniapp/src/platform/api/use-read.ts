import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { urlOf, type AnswerOf, type ParamsOf, type QueryOf, type Route } from '@guanhu/shared/kernel/route';
import { useSession } from '../session';
import { keepAnswer, keptAnswer } from '../storage/kept.ts';
import type { PhoneRefusal } from './answer.ts';
import { call } from './index.ts';

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

/** Reads when the page opens and at every later show. Waits while nobody is signed in or `asked` is undefined. */
export function useRead<R extends Route>(route: R, asked: Asked<R> | undefined = {}): Reading<AnswerOf<R>> {
  const waits = useSession() === undefined || asked === undefined;
  const key = waits ? undefined : JSON.stringify(asked);
  const keptAs =
    waits || !asked.keep ? undefined : urlOf(route, asked.params as Record<string, string>, asked.query as Record<string, string>);
  const [value, setValue] = useState<AnswerOf<R> | undefined>(() => (keptAs === undefined ? undefined : keptAnswer<AnswerOf<R>>(keptAs)));
  const [refusal, setRefusal] = useState<PhoneRefusal>();
  const [loading, setLoading] = useState(!waits);
  const latest = useRef(0);

  const reload = useCallback(async () => {
    if (key === undefined) return;
    const mine = (latest.current += 1);
    setLoading(true);
    const { params, query } = JSON.parse(key) as Asked<R>;
    const answer = await call(route, { ...(params === undefined ? {} : { params }), ...(query === undefined ? {} : { query }) });
    if (mine !== latest.current) return;
    setLoading(false);
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (!answer.ok) return;
    setValue(answer.value);
    if (keptAs !== undefined) keepAnswer(keptAs, answer.value);
  }, [route, key, keptAs]);

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
  return { value, refusal, loading, reload };
}
