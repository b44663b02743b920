const KEY = 'guanhu.desk.token';
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** The signed-in token of this browser tab; gone when the tab is closed. */
export const session = {
  token: (): string | null => sessionStorage.getItem(KEY),
  start(token: string): void {
    sessionStorage.setItem(KEY, token);
    tell();
  },
  end(): void {
    sessionStorage.removeItem(KEY);
    tell();
  },
  /** For `useSyncExternalStore`. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
