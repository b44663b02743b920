import { inLanguage } from '@guanhu/shared/kernel/language';
import { access as en } from './en/access.ts';
import { access as zhCN } from './zh-CN/access.ts';

export const accessWords = inLanguage(zhCN, { en });
