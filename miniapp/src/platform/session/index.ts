import { useSyncExternalStore } from 'react';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readMe } from '@guanhu/shared/access/access.routes';
import { drafts } from '../drafts';
import { dropProof, keepProof, openProofs } from '../hand-in';
import { kept } from '../kept';
import { sealed } from '../storage/sealed';

const KEY = 'session';

/** Who is signed in on this phone, as the server said last. The token is opaque; the server can end it at any time. */
export type Session = { readonly token: string; readonly me: AnswerOf<typeof readMe> };

let current: Session | undefined;
/** Whether it is known by now if somebody is signed in: the token lies enciphered, and opening it takes a moment. */
let known = false;
let opening: Promise<void> | undefined;
/** One write after the other. */
let writing: Promise<void> = Promise.resolve();
const listeners = new Set<() => void>();

export const session = (): Session | undefined => current;
export const token = (): string | undefined => current?.token;

const tell = () => {
  known = true;
  for (const listener of listeners) listener();
};

/** When the app starts: who was signed in, with what is kept for them and what they began, so that the first page shows all of it at once. */
export function openSession(): Promise<void> {
  opening ??= (async () => {
    const [before] = await Promise.all([sealed.read<Session>(KEY), openProofs()]);
    if (before) await Promise.all([kept.open(before.me.personId), drafts.open(before.me.personId)]);
    if (known) return; // somebody has signed in meanwhile
    current = before;
    tell();
  })();
  return opening;
}

/** A phone that is full goes on with the session in memory; the next start asks WeChat who this is. */
const write = (next: Session) => sealed.write(KEY, next).catch(() => sealed.remove(KEY));

function replace(next: Session | undefined) {
  current = next;
  writing = writing.then(() => (next ? write(next) : sealed.remove(KEY))).catch(() => undefined);
  if (!next) void kept.forget();
  tell();
}

/** The server's newer word on who this is: posts begin and end while the phone stays signed in. */
export const refreshMe = (me: Session['me']): void => {
  if (current?.me.personId === me.personId) replace({ token: current.token, me });
};

/** Signed in when what this person began is open: a form that is drawn before would be blank, and the first touch would write over it. */
export async function startSession(next: Session): Promise<void> {
  if (current?.me.personId !== next.me.personId) void kept.forget();
  dropProof(next.me.personId);
  await drafts.open(next.me.personId);
  replace(next);
  void kept.open(next.me.personId);
}

/** Forgets the session, but only the one the caller means: an answer to an old token must not sign out a new one. */
export const endSession = (ofToken: string): void => {
  const ended = current;
  if (ended?.token !== ofToken) return;
  keepProof(ended.me.personId, ofToken);
  replace(undefined);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
/** Undefined while nobody is signed in, or while it is not known yet. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, session, session);

const isKnown = () => known;
/** Whether it is known by now if somebody is signed in. */
export const useSessionKnown = (): boolean => useSyncExternalStore(subscribe, isKnown, isKnown);
