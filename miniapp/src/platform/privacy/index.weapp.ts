import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import { AGREE_BUTTON } from './privacy.ts';

type Resolve = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void;
/** Absent from Taro's types; base library 2.32.3. */
declare const wx: { onNeedPrivacyAuthorization(listener: (resolve: Resolve) => void): void };

/** Sensitive calls that wait for the person's word. */
let waiting: readonly Resolve[] = [];
const listeners = new Set<() => void>();
const change = (next: readonly Resolve[]) => {
  waiting = next;
  for (const listener of listeners) listener();
};

/** Once, when the app starts: the first camera, microphone, place or phone number waits until the person has agreed, here or never. */
export function watchPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return;
  wx.onNeedPrivacyAuthorization(resolve => {
    change([...waiting, resolve]);
  });
}

/** Agreeing counts only by the tap on WeChat's own button; the call that waits then goes on, or ends as refused. */
export function answerPrivacy(agrees: boolean): void {
  const asked = waiting;
  change([]);
  for (const resolve of asked) resolve(agrees ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
const isAsked = () => waiting.length > 0;
export const usePrivacyAsked = (): boolean => useSyncExternalStore(subscribe, isAsked, isAsked);
