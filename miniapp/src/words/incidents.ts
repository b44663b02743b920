import { inLanguage } from '@guanhu/shared/kernel/language';
import { incidents as en } from './en/incidents.ts';
import { incidents as zhCN } from './zh-CN/incidents.ts';

export const incidentsWords = inLanguage(zhCN, { en });
