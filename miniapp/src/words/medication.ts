import { inLanguage } from '@guanhu/shared/kernel/language';
import { medication as en } from './en/medication.ts';
import { medication as zhCN } from './zh-CN/medication.ts';

export const medicationWords = inLanguage(zhCN, { en });
