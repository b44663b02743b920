import { inLanguage } from '@guanhu/shared/kernel/language';
import { transfers as en } from './en/transfers.ts';
import { transfers as zhCN } from './zh-CN/transfers.ts';

export const transfersWords = inLanguage(zhCN, { en });
