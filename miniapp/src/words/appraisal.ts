import { inLanguage } from '@guanhu/shared/kernel/language';
import { appraisal as en } from './en/appraisal.ts';
import { appraisal as zhCN } from './zh-CN/appraisal.ts';

export const appraisalWords = inLanguage(zhCN, { en });
