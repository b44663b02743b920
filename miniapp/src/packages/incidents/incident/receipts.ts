import { INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import type { readIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { TagTone } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { incidentsWords } from '../../../words/incidents.ts';

type Receipt = AnswerOf<typeof readIncident>['receipts'][number];

export type ReceiptLine = { readonly post: string; readonly words: string; readonly when: string; readonly tone: TagTone };

/** How far a post has got, in words that promise nothing: only a telephone call reaches the police. */
export function receiptLine(receipt: Receipt, today: CalendarDate): ReceiptLine {
  const post = INCIDENT_POST_LABELS[receipt.post];
  const at = (instant: string | null) => (instant === null ? '' : momentInWords(instant, today));
  switch (receipt.state) {
    case 'acknowledged':
      return { post, words: incidentsWords.acknowledged, when: at(receipt.acknowledgedAt), tone: 'calm' };
    case 'read':
      return { post, words: incidentsWords.read, when: at(receipt.readAt), tone: 'calm' };
    case 'told':
      return { post, words: incidentsWords.told, when: at(receipt.toldAt), tone: 'warn' };
    case 'notTold':
      return { post, words: incidentsWords.notTold, when: '', tone: 'late' };
    case 'vacant':
      return { post, words: incidentsWords.vacant, when: '', tone: 'late' };
  }
}

/** The one sentence above the list: only who was really told counts as told. */
export function headline({ receipts, handled }: { readonly receipts: readonly Receipt[]; readonly handled: boolean }): string {
  if (handled) return incidentsWords.dealtWith;
  const inState = (...states: readonly Receipt['state'][]) => receipts.filter(receipt => states.includes(receipt.state)).length;
  if (inState('acknowledged') > 0) return incidentsWords.beingDealtWith;
  const [told, read, rest] = [inState('told', 'read'), inState('read'), inState('notTold')];
  if (told === 0) return incidentsWords.nobodyTold;
  const seen = read > 0 ? incidentsWords.seenBy(read) : incidentsWords.seenByNobody;
  return incidentsWords.toldTo(told, seen, rest > 0 ? incidentsWords.restNotTold(rest) : '');
}
