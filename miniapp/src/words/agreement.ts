import { inLanguage } from '@guanhu/shared/kernel/language';
import { agreement as en } from './en/agreement.ts';
import { agreement as zhCN } from './zh-CN/agreement.ts';

export const agreementWords = inLanguage(zhCN, { en });
