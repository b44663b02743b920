import Taro from '@tarojs/taro';
import type { Storage } from './storage.ts';

export const storage: Storage = {
  // The platform answers '' for a key that was never written.
  read: <T>(key: string) => {
    const value = Taro.getStorageSync<T | ''>(key);
    return value === '' ? undefined : value;
  },
  write: (key, value) => {
    Taro.setStorageSync(key, value);
  },
  remove: key => {
    Taro.removeStorageSync(key);
  },
};
