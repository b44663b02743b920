import { useCallback, useEffect } from 'react';
import Taro, { useDidShow } from '@tarojs/taro';
import { BIND, urlTo } from '../navigate';
import { session, useSession, useSessionKnown } from '.';
import { useHere } from './use-here.ts';

/** Sends a person without a session to sign in, and back to this page afterwards. */
export function useSignedIn(needed: boolean): void {
  const signedIn = useSession() !== undefined;
  const known = useSessionKnown();
  const then = useHere();
  const leave = useCallback(() => {
    if (needed && known && !session()) void Taro.reLaunch({ url: urlTo(BIND, { then }) });
  }, [needed, known, then]);
  useEffect(() => {
    if (!signedIn) leave();
  }, [leave, signedIn]);
  useDidShow(leave);
}
