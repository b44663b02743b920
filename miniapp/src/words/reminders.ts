import { inLanguage } from '@guanhu/shared/kernel/language';
import { reminders as en } from './en/reminders.ts';
import { reminders as zhCN } from './zh-CN/reminders.ts';

export const remindersWords = inLanguage(zhCN, { en });
