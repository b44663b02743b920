import { inLanguage } from '@guanhu/shared/kernel/language';
import { rights as en } from './en/rights.ts';
import { rights as zhCN } from './zh-CN/rights.ts';

export const rightsWords = inLanguage(zhCN, { en });
