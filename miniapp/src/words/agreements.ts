import { inLanguage } from '@guanhu/shared/kernel/language';
import { agreements as en } from './en/agreements.ts';
import { agreements as zhCN } from './zh-CN/agreements.ts';

export const agreementsWords = inLanguage(zhCN, { en });
