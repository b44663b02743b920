import { useSyncExternalStore } from 'react';
import { urlOf, type AnswerOf } from '@guanhu/shared/kernel/route';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { kept } from '../kept';
import { useSession } from '../session';
import { sideOf, sidesOf, type Side } from './acting.rules.ts';

const WARDS = urlOf(listWards);
const NOBODY: AnswerOf<typeof listWards> = { rows: [] };

/** Of this run of the app: whoever opens it again begins with themselves. */
let chosen: { readonly personId: string; readonly side: Side } | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
const subscribeKept = (listener: () => void) => kept.subscribe(listener);
const wards = () => (kept.get(WARDS) ?? NOBODY) as AnswerOf<typeof listWards>;
const choice = () => chosen;

/** For whom the reader acts now, and could act; from what this phone keeps, so that every page can say it without asking. */
export function useActing(): {
  readonly sides: readonly Side[];
  readonly side: Side | undefined;
  readonly choose: (side: Side) => void;
} {
  const personId = useSession()?.me.personId ?? '';
  const { rows } = useSyncExternalStore(subscribeKept, wards, wards);
  const made = useSyncExternalStore(subscribe, choice, choice);
  const sides = sidesOf(rows);
  return {
    sides,
    side: sideOf(sides, made?.personId === personId ? made.side : undefined),
    choose: side => {
      chosen = { personId, side };
      for (const listener of listeners) listener();
    },
  };
}
