import type { ClueShown } from '@guanhu/shared/screening/clue.contract';
import { CLUE_STATES } from '@guanhu/shared/screening/clue.terms';
import type { Tone } from '../ui/tag.tsx';
import { todayInChina } from '../ui/words.ts';

/** How a clue stands: late once the day of its next step has gone by. */
export function clueTag({ state, dueOn }: Pick<ClueShown, 'state' | 'dueOn'>): { readonly tone: Tone; readonly words: string } {
  const late = dueOn !== null && dueOn < todayInChina();
  return { tone: late ? 'danger' : dueOn === null ? 'plain' : 'warn', words: late ? `${CLUE_STATES[state]}，已超期` : CLUE_STATES[state] };
}
