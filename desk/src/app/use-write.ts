import type { AnswerOf, BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, newKey, type Refused } from './api.ts';
import { wishFor, type Wish } from './wish.ts';

export type WriteParts<R extends Route> = { readonly params?: ParamsOf<R>; readonly body?: BodyOf<R> };

/** One kind of deed on a page. */
export type Write<R extends Route> = {
  /** @returns the answer, or undefined when it was refused; `refusal` then says why. */
  readonly run: (parts: WriteParts<R>) => Promise<AnswerOf<R> | undefined>;
  readonly busy: boolean;
  readonly refusal: Refused | null;
  /** Sends the same wish again; null when that cannot help. */
  readonly again: (() => void) | null;
  readonly clear: () => void;
};

/** After a deed, and after a refusal that says that something changed, everything on the screen is read again. */
export function useWrite<R extends Route>(route: R, onDone?: (answer: AnswerOf<R>) => void): Write<R> {
  const client = useQueryClient();
  const wish = useRef<Wish>();
  const { mutateAsync, isPending, error, variables, reset } = useMutation({
    mutationFn: async (parts: WriteParts<R>) => {
      wish.current = wishFor(wish.current, parts, newKey);
      const answer = await call(route, { ...parts, key: wish.current.key });
      wish.current = undefined;
      return answer;
    },
    onSuccess: answer => {
      onDone?.(answer);
      void client.invalidateQueries();
    },
    onError: refusal => {
      if (refusal.code === 'STALE' || refusal.code === 'HANDLING_CHANGED') void client.invalidateQueries();
    },
  });
  const run = (parts: WriteParts<R>) => mutateAsync(parts).catch(() => undefined);
  const helps = error?.retry === true && error.code !== 'STALE' && variables !== undefined;
  return { run, busy: isPending, refusal: error, again: helps ? () => void run(variables) : null, clear: reset };
}
