import { MONTHS } from '@guanhu/shared/kernel/english';
import type { time as zhCN } from '../zh-CN/time.ts';

export const time: typeof zhCN = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  monthDay: (month: number, day: number) => `${day} ${(MONTHS[month - 1] ?? '').slice(0, 3)}`,
  yearMonthDay: (year: string, monthDay: string) => `${monthDay} ${year}`,
};
