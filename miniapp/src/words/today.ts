import { inLanguage } from '@guanhu/shared/kernel/language';
import { today as en } from './en/today.ts';
import { today as zhCN } from './zh-CN/today.ts';

export const todayWords = inLanguage(zhCN, { en });
