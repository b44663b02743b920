import type { duties as zhCN } from '../zh-CN/duties.ts';

export const duties: typeof zhCN = {
  none: 'No letter for you to answer',
  noneSub: 'When somebody asks you to answer in writing it appears here',
  gone: 'This letter is closed',
  sentBy: (name: string, township: string, moment: string) => `From ${name} · ${township} · ${moment}`,
  answerBy: (day: string) => `Answer by ${day}`,
  lateSince: (day: string) => `Answer by ${day}, overdue`,
  aboutDuty: (duty: string) => `Duty: ${duty}`,
  answer: 'Answer',
  answerAgain: 'Add to the answer',
  answerAsk: 'What was done?',
  whatWasDone: 'What was done, and what came of it (nobody’s name)',
  answered: 'Your answer has arrived; the sender closes the letter',
  yourAnswer: (words: string, moment: string) => `Your answer: ${words} (${moment})`,
  earlier: 'Earlier letters',
  sendAtDesk: 'Letters are sent and closed at the desk.',
};
