import { inLanguage } from '@guanhu/shared/kernel/language';
import { time as en } from './en/time.ts';
import { time as zhCN } from './zh-CN/time.ts';

export const timeWords = inLanguage(zhCN, { en });
