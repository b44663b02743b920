import Taro from '@tarojs/taro';
import type { Sealed } from './sealed.ts';

/** WeChat's own words for it, which Taro's types do not know. */
type Key = { key: string; encrypt?: true };

/** Before base library 2.21.3 nothing is enciphered; what waits to be sent is kept all the same, for losing it would be worse. */
const named = (key: string): Key => (Taro.canIUse('setStorage.object.encrypt') ? { key, encrypt: true } : { key });

export const sealed: Sealed = {
  read: async <T>(key: string) => {
    try {
      return (await Taro.getStorage<T>(named(key))).data;
    } catch {
      return undefined; // never written, or by another installation: nobody can open it any more
    }
  },
  write: async (key, data) => {
    await Taro.setStorage({ ...named(key), data });
  },
  remove: async key => {
    await Taro.removeStorage({ key });
  },
};
