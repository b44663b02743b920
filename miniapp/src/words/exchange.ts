import { inLanguage } from '@guanhu/shared/kernel/language';
import { exchange as en } from './en/exchange.ts';
import { exchange as zhCN } from './zh-CN/exchange.ts';

export const exchangeWords = inLanguage(zhCN, { en });
