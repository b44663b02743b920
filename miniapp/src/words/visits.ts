import { inLanguage } from '@guanhu/shared/kernel/language';
import { visits as en } from './en/visits.ts';
import { visits as zhCN } from './zh-CN/visits.ts';

export const visitsWords = inLanguage(zhCN, { en });
