import { inLanguage } from '@guanhu/shared/kernel/language';
import { me as en } from './en/me.ts';
import { me as zhCN } from './zh-CN/me.ts';

export const meWords = inLanguage(zhCN, { en });
