import { counted } from '@guanhu/shared/kernel/english';
import type { reminders as zhCN } from '../zh-CN/reminders.ts';

export const reminders: typeof zhCN = {
  nothingToHold: 'There is no reminder to put off now',
  remindLater: 'Remind later',
  resume: 'Remind again',
  heldUntil: (moment: string, reason: string) => `Until ${moment} · ${reason}`,
  resumeNow: 'Remind me again from now on',
  when: 'When to remind again',
  onlyPutOff: 'Only the reminder is put off; when it is due does not change.',
  why: 'Why',
  done: 'Done',
  noMessages: 'No messages yet',
  noMessagesSub: 'You are told when medicine is due, when somebody comes and when money can be collected',
  acknowledge: 'I know',
  otherWays: 'What WeChat cannot deliver comes as a text message, or the grid worker telephones.',
  willBeCalled: 'somebody will telephone you',
  known: 'Known',
  seen: 'Seen',
  unseen: 'Not seen',
  seenMessage: 'Message seen',
  noneOverdue: 'Nothing is overdue',
  noneOverdueSub: 'You are told when others have not done in time what is theirs',
  overdueNote: 'These are past their day and nobody has done them: telephone, or do them yourself.',
  nobody: 'Nobody there',
  late: (days: number) => `${counted(days, 'day')} late`,
  byWay: (way: string, state: string) => `${way}, ${state}`,
};
