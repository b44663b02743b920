import type { Sealed } from './sealed.ts';

/** The longest JSON that WeChat takes under one enciphered key. */
export const MOST_A_KEY = 0.7 * 1024 * 1024;

/**
 * The sealed storage for what somebody wrote: on a full phone what can be had again gives way to it. What is longer than any key may be
 * would not fit on an empty phone either, so nothing is given up for it.
 */
export const withRoom = (sealed: Sealed, makeRoom: () => Promise<void>): Sealed => ({
  ...sealed,
  write: async (key, value) => {
    try {
      await sealed.write(key, value);
    } catch (error) {
      if (JSON.stringify(value).length > MOST_A_KEY) throw error;
      await makeRoom();
      await sealed.write(key, value);
    }
  },
});
