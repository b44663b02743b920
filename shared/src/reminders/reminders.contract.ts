import { z } from 'zod';
import { contract, IdText, Instant, PageOf, PageQuery } from '../kernel/contract.ts';
import * as routes from './reminders.routes.ts';
import { PURPOSE_KEYS, SUBSCRIBE_ANSWERS } from './reminders.terms.ts';

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
    state: z.enum(['waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful']),
    /** Page of the mini-program with its query, without a leading slash. */
    page: z.string(),
    at: Instant,
  })
  .meta({ id: 'Message' });
const Messages = PageOf(Message);
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
