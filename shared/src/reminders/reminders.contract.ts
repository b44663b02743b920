import { z } from 'zod';
import { CALL_REASON_KEYS, TASK_KIND_KEYS } from '../agenda/agenda.terms.ts';
import { TASK_SEATS } from '../care-team/seats.terms.ts';
import { contract, Day, IdText, Instant, PageOf, PageQuery } from '../kernel/contract.ts';
import { OVERDUE_LEVELS } from './overdue.rules.ts';
import * as routes from './reminders.routes.ts';
import { CHANNEL_KEYS, HOLD_KIND_KEYS, HOLD_REASON_KEYS, MESSAGE_STATE_KEYS, PURPOSE_KEYS, SUBSCRIBE_ANSWERS } from './reminders.terms.ts';

const Subscriptions = z.strictObject({
  /** Template id → what `wx.requestSubscribeMessage` answered; ids that are not ours are ignored. */
  answers: z.record(z.string().min(1).max(64), z.enum(SUBSCRIBE_ANSWERS)),
});
const Credits = z.object({
  credits: z.array(
    z.object({
      purpose: z.enum(PURPOSE_KEYS),
      templateId: z.string(),
      /** A long-term template is subscribed to once; a one-time template is good for `left` messages. */
      kind: z.enum(['once', 'long-term']),
      left: z.int().min(0),
    }),
  ),
});
const Message = z
  .object({
    messageId: IdText,
    purpose: z.enum(PURPOSE_KEYS),
    /** The words that were sent. */
    what: z.string(),
    /** How many things it tells of. */
    count: z.int().min(1),
    state: z.enum(MESSAGE_STATE_KEYS),
    /** How the person was reached, or is to be: `call` means that somebody was asked to telephone. */
    channel: z.enum(CHANNEL_KEYS).nullable(),
    /** Page of the mini-program with its query, without a leading slash. */
    page: z.string(),
    at: Instant,
    /** When the message was opened. */
    readAt: Instant.nullable(),
    /** When the person said so, or all that it tells of was done. */
    acknowledgedAt: Instant.nullable(),
  })
  .meta({ id: 'Message' });
const Messages = PageOf(Message);
/** Told to the desk: what was sent and how far it got; not what page it opens. */
const SentMessage = Message.omit({ page: true }).meta({ id: 'SentMessage' });
const SentMessages = PageOf(SentMessage);
const Mark = z.object({ messageId: IdText, readAt: Instant, acknowledgedAt: Instant.nullable() });
const ofMessage = z.strictObject({ messageId: IdText });

const Hold = z.strictObject({ kind: z.enum(HOLD_KIND_KEYS), until: Instant, reason: z.enum(HOLD_REASON_KEYS) });
const HoldAnswer = z.object({ taskId: IdText, kind: z.enum(HOLD_KIND_KEYS), until: Instant, reason: z.enum(HOLD_REASON_KEYS) });
const ofTask = z.strictObject({ taskId: IdText });

const OverdueTask = z
  .object({
    taskId: IdText,
    kind: z.enum(TASK_KIND_KEYS),
    /** Why to call; of call tasks only. */
    reason: z.enum(CALL_REASON_KEYS).nullable(),
    seat: z.enum(TASK_SEATS),
    /** Null, as the name, of what is about nobody; there the village is empty. */
    patientId: IdText.nullable(),
    patientName: z.string().nullable(),
    villageName: z.string(),
    /** Whose it is; null when nobody holds the seat. */
    assigneeName: z.string().nullable(),
    dueOn: Day,
    overdueDays: z.int().min(0),
    level: z.enum(OVERDUE_LEVELS),
  })
  .meta({ id: 'OverdueTask' });
const Overdue = z.object({ rows: z.array(OverdueTask) });
const CallbackQuery = z.record(z.string(), z.string().max(2000));

export const reportSubscriptionsContract = contract({
  route: routes.reportSubscriptions,
  summary: 'What the person answered when asked for messages; every acceptance is one message more',
  door: 'signed-in',
  body: Subscriptions,
  answer: Credits,
  refusals: [],
  once: true,
});
export const listMyMessagesContract = contract({
  route: routes.listMyMessages,
  summary: 'What the reader was told, newest first',
  door: 'signed-in',
  query: PageQuery,
  answer: Messages,
  refusals: [],
});
export const markMessageReadContract = contract({
  route: routes.markMessageRead,
  summary: 'The reader has opened what they were told',
  door: 'signed-in',
  params: ofMessage,
  answer: Mark,
  refusals: [],
  once: true,
});
export const acknowledgeMessageContract = contract({
  route: routes.acknowledgeMessage,
  summary: 'The reader says that they know',
  door: 'signed-in',
  params: ofMessage,
  answer: Mark,
  refusals: [],
  once: true,
});
export const listPersonMessagesContract = contract({
  route: routes.listPersonMessages,
  summary: 'What somebody was told, and how far it got, newest first',
  door: 'person:manage',
  params: z.strictObject({ personId: IdText }),
  query: PageQuery,
  answer: SentMessages,
  refusals: [],
});
export const holdTaskContract = contract({
  route: routes.holdTask,
  summary: 'Put off being reminded of a task of one’s own, or pause it, with a reason; the last word counts',
  door: 'signed-in',
  params: ofTask,
  body: Hold,
  answer: HoldAnswer,
  refusals: ['TASK_NOT_OPEN', 'HOLD_TOO_SHORT', 'HOLD_TOO_LONG', 'HOLD_NOT_OF_MEDICINE', 'HOLD_NOT_OF_RIGHTS'],
  once: true,
});
export const endHoldContract = contract({
  route: routes.endHold,
  summary: 'Be reminded of a task again',
  door: 'signed-in',
  params: ofTask,
  answer: z.object({ taskId: IdText }),
  refusals: [],
  once: true,
});
export const readHoldContract = contract({
  route: routes.readHold,
  summary: 'Whether and until when a task of one’s own is put off',
  door: 'signed-in',
  params: ofTask,
  answer: z.object({ hold: HoldAnswer.nullable() }),
  refusals: [],
});
export const listMyOverdueContract = contract({
  route: routes.listMyOverdue,
  summary: 'What others have not done, and the reader was told of for that reason, longest overdue first',
  door: 'signed-in',
  answer: Overdue,
  refusals: [],
});
export const verifyMessageServerContract = contract({
  route: routes.verifyMessageServer,
  summary: 'WeChat checks the address of the message server',
  door: 'platform',
  query: CallbackQuery,
  refusals: [],
});
export const receiveMessageEventContract = contract({
  route: routes.receiveMessageEvent,
  summary: 'WeChat tells what became of subscriptions and messages (safe mode)',
  door: 'platform',
  query: CallbackQuery,
  refusals: [],
});

export type SubscriptionsBody = z.input<typeof Subscriptions>;
export type SubscriptionsAnswer = z.infer<typeof Credits>;
export type MessagesQuery = z.input<typeof PageQuery>;
export type MessagesAnswer = z.infer<typeof Messages>;
export type MessageAnswer = z.infer<typeof Message>;
export type MarkAnswer = z.infer<typeof Mark>;
export type PersonMessagesAnswer = z.infer<typeof SentMessages>;
export type HoldBody = z.input<typeof Hold>;
export type HoldTaskAnswer = z.infer<typeof HoldAnswer>;
export type ReadHoldAnswer = { readonly hold: HoldTaskAnswer | null };
export type OverdueAnswer = z.infer<typeof Overdue>;
