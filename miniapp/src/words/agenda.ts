import { inLanguage } from '@guanhu/shared/kernel/language';
import { agenda as en } from './en/agenda.ts';
import { agenda as zhCN } from './zh-CN/agenda.ts';

export const agendaWords = inLanguage(zhCN, { en });
