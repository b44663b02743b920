import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { listMyMessages } from '@guanhu/shared/reminders/reminders.routes';
import { CHANNELS, MESSAGE_STATES } from '@guanhu/shared/reminders/reminders.terms';
import type { TagTone } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { remindersWords } from '../../../words/reminders.ts';

type Message = AnswerOf<typeof listMyMessages>['rows'][number];

/** A message as its reader sees it: the words, when and by which way, and how far it got. */
export function messageLine(
  message: Pick<Message, 'what' | 'at' | 'state' | 'channel' | 'readAt' | 'acknowledgedAt'>,
  today: CalendarDate,
): { readonly title: string; readonly sub: string; readonly state: string; readonly tone: TagTone } {
  const { what, at, state, channel, readAt, acknowledgedAt } = message;
  const way =
    channel === 'call'
      ? remindersWords.willBeCalled
      : channel === null
        ? MESSAGE_STATES[state]
        : remindersWords.byWay(CHANNELS[channel], MESSAGE_STATES[state]);
  const seen = acknowledgedAt !== null ? remindersWords.known : readAt !== null ? remindersWords.seen : remindersWords.unseen;
  return { title: what, sub: `${momentInWords(at, today)} · ${way}`, state: seen, tone: seen === remindersWords.unseen ? 'warn' : 'calm' };
}
