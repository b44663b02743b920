import { useSyncExternalStore } from 'react';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readMe } from '@guanhu/shared/access/access.routes';
import { storage } from '../storage';
import { kept } from '../kept';

const KEY = 'session';

/** Who is signed in on this phone, as the server said last. The token is opaque; the server can end it at any time. */
export type Session = { readonly token: string; readonly me: AnswerOf<typeof readMe> };

let current: Session | undefined | 'unread' = 'unread';
const listeners = new Set<() => void>();

export function session(): Session | undefined {
  if (current === 'unread') current = storage.read<Session>(KEY);
  return current;
}
export const token = (): string | undefined => session()?.token;

/** A phone that is full goes on with the session in memory; the next start asks WeChat who this is. */
function write(next: Session) {
  try {
    storage.write(KEY, next);
  } catch {
    storage.remove(KEY);
  }
}

function replace(next: Session | undefined) {
  current = next;
  if (next) write(next);
  else {
    storage.remove(KEY);
    void kept.forget();
  }
  for (const listener of listeners) listener();
}

/** The server's newer word on who this is: posts begin and end while the phone stays signed in. */
export const refreshMe = (me: Session['me']): void => {
  const now = session();
  if (now?.me.personId === me.personId) replace({ token: now.token, me });
};

export const startSession = (next: Session): void => {
  if (session()?.me.personId !== next.me.personId) void kept.forget();
  replace(next);
  void kept.open(next.me.personId);
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
