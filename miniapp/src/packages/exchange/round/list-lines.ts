import type { RoundAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { DEPARTMENT_LABELS } from '@guanhu/shared/exchange/round.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { TagTone } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { exchangeWords } from '../../../words/exchange.ts';

type ListLine = { readonly name: string; readonly sub: string | undefined; readonly says: string; readonly tone: TagTone };

/** How far each department's list is, the reader's own first; after the deadline what is missing is late. */
export function listLines(
  { lists, mine, deadline, state }: Pick<RoundAnswer, 'lists' | 'mine' | 'deadline' | 'state'>,
  today: CalendarDate,
): readonly ListLine[] {
  const isMine = (department: (typeof lists)[number]['department']) => mine.includes(department);
  return [...lists]
    .sort((a, b) => Number(isMine(b.department)) - Number(isMine(a.department)))
    .map(({ department, handedIn }): ListLine => {
      const label = DEPARTMENT_LABELS[department];
      const name = isMine(department) ? exchangeWords.yours(label) : label;
      if (!handedIn) {
        const tone = state !== 'open' ? 'calm' : today > deadline ? 'late' : 'warn';
        return { name, sub: undefined, says: exchangeWords.missing, tone };
      }
      const at = momentInWords(handedIn.at, today);
      const sub = handedIn.late ? exchangeWords.tooLate(handedIn.by, at) : exchangeWords.inTime(handedIn.by, at);
      return { name, sub, says: exchangeWords.has, tone: 'calm' };
    });
}
