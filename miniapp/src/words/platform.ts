import { inLanguage } from '@guanhu/shared/kernel/language';
import { platform as en } from './en/platform.ts';
import { platform as zhCN } from './zh-CN/platform.ts';

export const platformWords = inLanguage(zhCN, { en });
