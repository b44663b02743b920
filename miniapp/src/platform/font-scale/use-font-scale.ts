import { useEffect, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { fontScale } from '.';
import { chooseCare } from './choice.ts';
import type { FontScale } from './scale.ts';

const listeners = new Set<() => void>();

/** The scale to draw at. Read again at every show: the person may have changed the phone's font size meanwhile. */
export function useFontScale(): FontScale {
  const [scale, setScale] = useState(fontScale);
  const read = () => {
    setScale(before => {
      const now = fontScale();
      return now.scale === before.scale ? before : now;
    });
  };
  useDidShow(read);
  useEffect(() => {
    listeners.add(read);
    return () => {
      listeners.delete(read);
    };
  }, []);
  return scale;
}

/** Turns care mode on or off for this phone; the open pages follow at once. */
export function setCare(on: boolean): void {
  chooseCare(on);
  for (const listener of listeners) listener();
}
