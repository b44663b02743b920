import { inLanguage } from '@guanhu/shared/kernel/language';
import { payouts as en } from './en/payouts.ts';
import { payouts as zhCN } from './zh-CN/payouts.ts';

export const payoutsWords = inLanguage(zhCN, { en });
