import { useState } from 'react';
import { markRollCall } from '@guanhu/shared/visits/special-period.routes';
import type { RollCallResult } from '@guanhu/shared/visits/special-period.terms';
import { newKey } from '../api/new-key.ts';
import { nowInstant } from '../now.ts';
import { settled, submit } from '../outbox';
import { platformWords } from '../../words/platform.ts';

/** What became of a tap: on its way, only on this phone, at the server, or refused. */
export type Marked = {
  readonly result: RollCallResult;
  readonly at: string;
  readonly state: 'sending' | 'queued' | 'saved' | 'refused';
  readonly say?: string;
};

/** Marks of the roll-call, one tap each. Without signal they wait on the phone with the time of the tap. */
export function useMarks() {
  const [said, setSaid] = useState<Readonly<Record<string, Marked>>>({});
  const mark = async (patientId: string, result: RollCallResult): Promise<void> => {
    const [key, at] = [newKey(), nowInstant()];
    const say = (marked: Omit<Marked, 'result' | 'at'>) => {
      setSaid(before => ({ ...before, [patientId]: { result, at, ...marked } }));
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
