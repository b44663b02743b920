import { MONTHS } from '@guanhu/shared/kernel/english';
import type { exchange as zhCN } from '../zh-CN/exchange.ts';

export const exchange: typeof zhCN = {
  none: 'None was opened yet',
  noneSub: 'Each month it opens by itself on its day',
  round: (township: string, month: string) => `${township} · ${month}`,
  month: (year: string, month: number) => `${MONTHS[month - 1] ?? ''} ${year}`,
  handedIn: (done: number, all: number) => `${done} of ${all} departments handed in`,
  deadline: (day: string) => `by ${day}`,
  closes: 'Lists are due',
  yours: (department: string) => `${department} (yours)`,
  missing: 'Not handed in',
  inTime: (name: string, moment: string) => `${name} · ${moment}`,
  tooLate: (name: string, moment: string) => `${name} · ${moment}, after the deadline`,
  has: 'Handed in',
  lists: 'Lists of the departments',
  differences: 'Differences to be answered',
  count: (count: number) => `${count}`,
  signedBy: (name: string, moment: string) => `Signed by ${name}, ${moment}`,
  atDesk: 'Lists are handed in, compared and signed at the desk.',
};
