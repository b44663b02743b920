import { storage } from '../index.h5.ts';
import type { Sealed } from './sealed.ts';

/** A browser enciphers nothing: this build serves tests and demonstrations, with invented people. */
export const sealed: Sealed = {
  read: <T>(key: string) => Promise.resolve(storage.read<T>(key)),
  write: async (key, value) => {
    await Promise.resolve();
    storage.write(key, value);
  },
  remove: async key => {
    await Promise.resolve();
    storage.remove(key);
  },
};
