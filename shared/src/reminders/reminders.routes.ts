import { route } from '../kernel/route.ts';
import type * as C from './reminders.contract.ts';

export const reportSubscriptions = route<{ body: C.SubscriptionsBody; answer: C.SubscriptionsAnswer }>()('POST', '/my/subscriptions');
export const listMyMessages = route<{ query: C.MessagesQuery; answer: C.MessagesAnswer }>()('GET', '/my/messages');
/** Below the server's root, not /api: the address that is typed into WeChat's console. */
export const verifyMessageServer = route<{ query: Record<string, string> }>()('GET', '/callbacks/wechat-message');
export const receiveMessageEvent = route<{ query: Record<string, string> }>()('POST', '/callbacks/wechat-message');
