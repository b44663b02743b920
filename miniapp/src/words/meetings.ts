import { inLanguage } from '@guanhu/shared/kernel/language';
import { meetings as en } from './en/meetings.ts';
import { meetings as zhCN } from './zh-CN/meetings.ts';

export const meetingsWords = inLanguage(zhCN, { en });
