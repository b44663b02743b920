/** What the phone keeps between starts. Values must survive JSON; a key holds at most 1 MB on the platform. */
export type Storage = {
  read<T>(key: string): T | undefined;
  write(key: string, value: unknown): void;
  remove(key: string): void;
};
