import { inLanguage } from '@guanhu/shared/kernel/language';
import { relief as en } from './en/relief.ts';
import { relief as zhCN } from './zh-CN/relief.ts';

export const reliefWords = inLanguage(zhCN, { en });
