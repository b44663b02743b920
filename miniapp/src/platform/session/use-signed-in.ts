import { useCallback, useEffect } from 'react';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { BIND, urlTo } from '../navigate';
import { session, useSession, useSessionKnown } from '.';

/** Sends a person without a session to sign in, and back to this page afterwards. */
export function useSignedIn(needed: boolean): void {
  const signedIn = useSession() !== undefined;
  const known = useSessionKnown();
  const { path, params } = useRouter();
  const query = Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('$')));
  const then = urlTo(`/${path.replace(/^\//, '').split('?')[0] ?? ''}`, query);
  const leave = useCallback(() => {
    if (needed && known && !session()) void Taro.reLaunch({ url: urlTo(BIND, { then }) });
  }, [needed, known, then]);
  useEffect(() => {
    if (!signedIn) leave();
  }, [leave, signedIn]);
  useDidShow(leave);
}
