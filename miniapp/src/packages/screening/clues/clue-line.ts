import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { ClueShown } from '@guanhu/shared/screening/clue.contract';
import { CLUE_SOURCES, CLUE_STATES } from '@guanhu/shared/screening/clue.terms';
import type { TagTone } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { screeningWords } from '../../../words/screening.ts';

type Told = Pick<ClueShown, 'nameless' | 'areaName' | 'source' | 'state' | 'dueOn'>;
type ClueLine = { readonly title: string; readonly sub: string; readonly says: string; readonly tone: TagTone };

/** What a list says of a clue: never the whole name, how it is known, and how late its next step is. Once it has ended nothing is due. */
export function clueLine({ nameless, areaName, source, state, dueOn }: Told, today: CalendarDate): ClueLine {
  const title = nameless ?? (dueOn === null ? screeningWords.nobodyNamed : screeningWords.notSaidWho);
  const about = screeningWords.from(areaName, CLUE_SOURCES[source]);
  if (dueOn === null) return { title, sub: about, says: CLUE_STATES[state], tone: 'calm' };
  const late = dueOn < today;
  const sub = late ? screeningWords.wasDue(about, dayInWords(dueOn, today)) : screeningWords.isDue(about, dayInWords(dueOn, today));
  return { title, sub, says: CLUE_STATES[state], tone: late ? 'late' : 'warn' };
}
