import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { AnswerOf, ParamsOf, QueryOf, Route } from '@guanhu/shared/kernel/route';
import type { PhoneRefusal } from './answer.ts';
import { call } from './index.ts';

/** What a page that reads knows. An older value stays while a newer one is fetched or could not be had. */
export type Reading<T> = {
  readonly value: T | undefined;
  readonly refusal: PhoneRefusal | undefined;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
};

type Asked<R extends Route> = { readonly params?: ParamsOf<R>; readonly query?: QueryOf<R> };

/** Reads when the page opens and at every later show. `asked === undefined` waits. */
export function useRead<R extends Route>(route: R, asked: Asked<R> | undefined = {}): Reading<AnswerOf<R>> {
  const [value, setValue] = useState<AnswerOf<R>>();
  const [refusal, setRefusal] = useState<PhoneRefusal>();
  const [loading, setLoading] = useState(asked !== undefined);
  const key = asked === undefined ? undefined : JSON.stringify(asked);
  const latest = useRef(0);

  const reload = useCallback(async () => {
    if (key === undefined) return;
    const mine = (latest.current += 1);
    setLoading(true);
    const answer = await call(route, JSON.parse(key) as Asked<R>);
    if (mine !== latest.current) return;
    setLoading(false);
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setValue(answer.value);
  }, [route, key]);

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
