/**
 * What the phone keeps enciphered: who is looked after, and what was written about them. Values must survive JSON. WeChat enciphers only
 * here, without waiting (`encrypt: true`, at most 0.7 MB a key), so a page reads from memory what was opened when the app started.
 */
export type Sealed = {
  read<T>(key: string): Promise<T | undefined>;
  /** @throws when the phone's storage is full. */
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};
