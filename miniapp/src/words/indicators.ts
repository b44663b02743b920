import { inLanguage } from '@guanhu/shared/kernel/language';
import { indicators as en } from './en/indicators.ts';
import { indicators as zhCN } from './zh-CN/indicators.ts';

export const indicatorsWords = inLanguage(zhCN, { en });
