import { counted } from '@guanhu/shared/kernel/english';
import type { rights as zhCN } from '../zh-CN/rights.ts';

export const rights: typeof zhCN = {
  request: 'Request',
  requestQueued: 'Kept on this phone; handed in by itself when there is signal',
  requestSent: 'Handed in; somebody will answer you',
  whatDoYouWant: 'What would you like?',
  tellUs: 'Tell us',
  ownWords: 'In your own words; you can dictate it',
  nothingHere: 'Nothing here yet',
  nothingHereSub: 'Guardians and the persons themselves can look here and ask for something',
  ofWhom: 'Of whom?',
  askOrSay: 'Ask for something, or say something',
  whatIsKept: 'What is kept',
  kept: (what: string, count: number) => `${what}: ${count}`,
  lastOn: (day: string) => `last on ${day}`,
  whoHasRead: 'Who has read it (the last month)',
  nobodyHasRead: 'Nobody',
  readBy: (who: string, what: string, times: string) => `${who}: ${what}${times}`,
  readTimes: (times: number) => ` ${counted(times, 'time')}`,
  myRequest: (kind: string) => `My request: ${kind}`,
  overdue: 'Overdue',
  answer: (outcome: string, words: string) => `Answer: ${outcome}. ${words}`,
  answersBy: (officer: string, day: string) => `${officer} answers by ${day}`,
  administrator: 'The county administrator',
  escalate: 'I am not content; let the county look again',
};
