import { inLanguage } from '@guanhu/shared/kernel/language';
import { ui as en } from './en/ui.ts';
import { ui as zhCN } from './zh-CN/ui.ts';

export const uiWords = inLanguage(zhCN, { en });
