import { inLanguage } from '@guanhu/shared/kernel/language';
import { duties as en } from './en/duties.ts';
import { duties as zhCN } from './zh-CN/duties.ts';

export const dutiesWords = inLanguage(zhCN, { en });
