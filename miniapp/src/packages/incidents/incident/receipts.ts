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
      return { post, words: '已发出，还没看', when: at(receipt.toldAt), tone: 'warn' };
    case 'vacant':
      return { post, words: '暂无人', when: '', tone: 'late' };
  }
}

/** The one sentence above the list. */
export function headline(receipts: readonly Receipt[]): string {
  const told = receipts.filter(receipt => receipt.state !== 'vacant');
  if (told.length === 0) return '还没有通知到任何人，请打电话';
  if (receipts.some(receipt => receipt.state === 'acknowledged')) return '已经有人在处理';
  const read = told.filter(receipt => receipt.state === 'read').length;
  return read > 0 ? `已通知 ${String(told.length)} 人，${String(read)} 人看到了` : `已通知 ${String(told.length)} 人，还没有人看到`;
}
