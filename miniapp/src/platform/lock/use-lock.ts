import { useCallback, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { nowInstant } from '../now.ts';
import { useSession } from '../session';
import { usePolling } from '../use-polling.ts';
import { isIdle } from './lock.rules.ts';
import { idleMs, isOwner } from './owner';

const LOOK_EVERY_MS = 20_000;
const now = () => new Date(nowInstant()).getTime();

/** Of this phone, whatever page is open. */
let lastTouch = now();
let locked = false;

/** Covers the screens of those who work for patients when nobody touches the phone; a family's show no name and stay open. */
export function useLock() {
  const isStaff = (useSession()?.me.posts.length ?? 0) > 0;
  const [covered, setCovered] = useState(locked);
  const look = useCallback(() => {
    if (isIdle(lastTouch, now(), idleMs())) locked = true;
    setCovered(locked);
  }, []);
  useDidShow(look);
  usePolling(look, LOOK_EVERY_MS, isStaff);
  return {
    covered: isStaff && covered,
    touched: () => {
      if (!locked) lastTouch = now();
    },
    unlock: async () => {
      if (!(await isOwner())) return;
      locked = false;
      lastTouch = now();
      setCovered(false);
    },
  };
}
