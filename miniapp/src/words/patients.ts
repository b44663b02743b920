import { inLanguage } from '@guanhu/shared/kernel/language';
import { patients as en } from './en/patients.ts';
import { patients as zhCN } from './zh-CN/patients.ts';

export const patientsWords = inLanguage(zhCN, { en });
