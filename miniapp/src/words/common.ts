import { inLanguage } from '@guanhu/shared/kernel/language';
import { common as en } from './en/common.ts';
import { common as zhCN } from './zh-CN/common.ts';

export const commonWords = inLanguage(zhCN, { en });
