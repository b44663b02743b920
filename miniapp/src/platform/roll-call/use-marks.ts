import { useEffect, useRef, useState } from 'react';
import { markRollCall } from '@guanhu/shared/visits/special-period.routes';
import type { RollCallResult } from '@guanhu/shared/visits/special-period.terms';
import { newKey } from '../api/new-key.ts';
import { nowInstant, phoneToday } from '../now.ts';
import { settled, submit, useOutbox } from '../outbox';
import { session } from '../session';
import { platformWords } from '../../words/platform.ts';
import { isOnItsWay, ofToday, waitingMarks, type Marked, type Marks } from './marks.rules.ts';

/**
 * Marks of the roll-call, one tap each. Without signal they wait on the phone with the time of the tap, and are still shown when the app
 * was closed meanwhile.
 * @param reload  reads anew what the server has, once marks have left this phone
 */
export function useMarks(reload: () => Promise<void>) {
  const [tapped, setTapped] = useState<Marks>({});
  const today = phoneToday();
  const waiting = waitingMarks(today, session()?.me.personId ?? '', useOutbox().waiting);
  const said: Marks = { ...waiting, ...ofToday(today, tapped) };
  useWhenFewer(Object.keys(waiting).length, reload);
  const mark = async (patientId: string, result: RollCallResult): Promise<void> => {
    if (isOnItsWay(said[patientId], result)) return;
    const [key, at] = [newKey(), nowInstant()];
    const say = (marked: Omit<Marked, 'result' | 'at'>) => {
      setTapped(before => ({ ...before, [patientId]: { result, at, ...marked } }));
    };
    say({ state: 'sending' });
    const first = await submit(markRollCall, {
      key,
      params: { patientId },
      body: { markId: newKey(), result, at },
      what: platformWords.rollCall,
    });
    if (first.at === 'queued') say({ state: 'queued' });
    const outcome = first.at === 'queued' ? await settled(markRollCall, key) : first;
    say(outcome.at === 'refused' ? { state: 'refused', say: outcome.refusal.say } : { state: 'saved' });
  };
  return { said, mark };
}

/** Acts whenever there are fewer than before. */
function useWhenFewer(count: number, act: () => Promise<void>): void {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) void act();
    before.current = count;
  }, [count, act]);
}
