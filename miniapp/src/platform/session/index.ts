import { useSyncExternalStore } from 'react';
import { storage } from '../storage';

const KEY = 'session';

/** Who is signed in on this phone. The token is opaque; the server can end it at any time. */
export type Session = {
  readonly token: string;
  readonly personId: string;
  /** Whether the person looks after somebody as a guardian. */
  readonly guardian: boolean;
  /** Whether the person holds a post or a seat in a team. */
  readonly worker: boolean;
};

let current: Session | undefined | 'unread' = 'unread';
const listeners = new Set<() => void>();

export function session(): Session | undefined {
  if (current === 'unread') current = storage.read<Session>(KEY);
  return current;
}
export const token = (): string | undefined => session()?.token;

function replace(next: Session | undefined) {
  current = next;
  if (next) storage.write(KEY, next);
  else storage.remove(KEY);
  for (const listener of listeners) listener();
}

export const startSession = (next: Session): void => {
  replace(next);
};

/** Forgets the session, but only the one the caller means: an answer to an old token must not sign out a new one. */
export const endSession = (ofToken: string): void => {
  if (token() === ofToken) replace(undefined);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, session, session);
