import { inLanguage } from '@guanhu/shared/kernel/language';
import { screening as en } from './en/screening.ts';
import { screening as zhCN } from './zh-CN/screening.ts';

export const screeningWords = inLanguage(zhCN, { en });
