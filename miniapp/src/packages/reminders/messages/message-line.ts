import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { listMyMessages } from '@guanhu/shared/reminders/reminders.routes';
import { CHANNELS, MESSAGE_STATES } from '@guanhu/shared/reminders/reminders.terms';
import type { TagTone } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';

type Message = AnswerOf<typeof listMyMessages>['rows'][number];

/** A message as its reader sees it: the words, when and by which way, and how far it got. */
export function messageLine(
  message: Pick<Message, 'what' | 'at' | 'state' | 'channel' | 'readAt' | 'acknowledgedAt'>,
  today: CalendarDate,
): { readonly title: string; readonly sub: string; readonly state: string; readonly tone: TagTone } {
  const { what, at, state, channel, readAt, acknowledgedAt } = message;
  const way = channel === 'call' ? '会有人打电话告诉您' : `${channel === null ? '' : CHANNELS[channel]}${MESSAGE_STATES[state]}`;
  const seen = acknowledgedAt !== null ? '已知道' : readAt !== null ? '已看' : '没看';
  return { title: what, sub: `${momentInWords(at, today)} · ${way}`, state: seen, tone: seen === '没看' ? 'warn' : 'calm' };
}
