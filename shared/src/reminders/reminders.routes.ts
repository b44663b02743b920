import { route } from '../kernel/route.ts';
import type * as C from './reminders.contract.ts';

export const reportSubscriptions = route<{ body: C.SubscriptionsBody; answer: C.SubscriptionsAnswer }>()('POST', '/my/subscriptions');
export const listMyMessages = route<{ query: C.MessagesQuery; answer: C.MessagesAnswer }>()('GET', '/my/messages');
export const markMessageRead = route<{ params: { messageId: string }; answer: C.MarkAnswer }>()('POST', '/my/messages/:messageId/read');
export const acknowledgeMessage = route<{ params: { messageId: string }; answer: C.MarkAnswer }>()(
  'POST',
  '/my/messages/:messageId/acknowledge',
);
export const listPersonMessages = route<{ params: { personId: string }; query: C.MessagesQuery; answer: C.PersonMessagesAnswer }>()(
  'GET',
  '/people/:personId/messages',
);
export const holdTask = route<{ params: { taskId: string }; body: C.HoldBody; answer: C.HoldTaskAnswer }>()('POST', '/tasks/:taskId/hold');
export const endHold = route<{ params: { taskId: string }; answer: { taskId: string } }>()('POST', '/tasks/:taskId/hold/end');
export const readHold = route<{ params: { taskId: string }; answer: C.ReadHoldAnswer }>()('GET', '/tasks/:taskId/hold');
export const listMyOverdue = route<{ answer: C.OverdueAnswer }>()('GET', '/my/overdue');
/** Below the server's root, not /api: the address that is typed into WeChat's console. */
export const verifyMessageServer = route<{ query: Record<string, string> }>()('GET', '/callbacks/wechat-message');
export const receiveMessageEvent = route<{ query: Record<string, string> }>()('POST', '/callbacks/wechat-message');
