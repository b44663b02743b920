import { INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import type { readIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { TagTone } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';

type Receipt = AnswerOf<typeof readIncident>['receipts'][number];

export type ReceiptLine = { readonly post: string; readonly words: string; readonly when: string; readonly tone: TagTone };

/** How far a post has got, in words that promise nothing: only a telephone call reaches the police. */
export function receiptLine(receipt: Receipt, today: CalendarDate): ReceiptLine {
  const post = INCIDENT_POST_LABELS[receipt.post];
  const at = (instant: string | null) => (instant === null ? '' : momentInWords(instant, today));
  switch (receipt.state) {
    case 'acknowledged':
      return { post, words: '已回应', when: at(receipt.acknowledgedAt), tone: 'calm' };
    case 'read':
      return { post, words: '已看到', when: at(receipt.readAt), tone: 'calm' };
    case 'told':
      return { post, words: '已通知，还没看', when: at(receipt.toldAt), tone: 'warn' };
    case 'notTold':
      return { post, words: '还没通知到', when: '', tone: 'late' };
    case 'vacant':
      return { post, words: '暂无人', when: '', tone: 'late' };
  }
}

/** The one sentence above the list: only who was really told counts as told. */
export function headline({ receipts, handled }: { readonly receipts: readonly Receipt[]; readonly handled: boolean }): string {
  if (handled) return '已经处理完了';
  const inState = (...states: readonly Receipt['state'][]) => receipts.filter(receipt => states.includes(receipt.state)).length;
  if (inState('acknowledged') > 0) return '已经有人在处理';
  const [told, read, rest] = [inState('told', 'read'), inState('read'), inState('notTold')];
  if (told === 0) return '还没有通知到任何人，请打电话';
  const seen = read > 0 ? `${String(read)} 人看到了` : '还没有人看到';
  return `已通知 ${String(told)} 人，${seen}${rest > 0 ? `；${String(rest)} 人还没通知到` : ''}`;
}
