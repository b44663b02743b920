import { useEffect, useRef } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

/** Repeats while the page is in front. The platform stops scripts a few seconds after the person leaves, so nothing important may rest on it. */
export function usePolling(act: () => void, everyMs: number, on: boolean): void {
  const latest = useRef(act);
  latest.current = act;
  const visible = useRef(true);
  useDidShow(() => {
    visible.current = true;
  });
  useDidHide(() => {
    visible.current = false;
  });
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => {
      if (visible.current) latest.current();
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs, on]);
}
