import { phoneId } from '../simulated-phone/index.h5.ts';
import type { Storage } from './storage.ts';

/** Several phones of the wall share one origin, so every key carries the phone it belongs to. */
const keyOf = (key: string) => `guanhu:${phoneId()}:${key}`;

export const storage: Storage = {
  read: <T>(key: string) => {
    const text = window.localStorage.getItem(keyOf(key));
    return text === null ? undefined : (JSON.parse(text) as T);
  },
  write: (key, value) => {
    window.localStorage.setItem(keyOf(key), JSON.stringify(value));
  },
  remove: key => {
    window.localStorage.removeItem(keyOf(key));
  },
};
