import { inLanguage } from '@guanhu/shared/kernel/language';
import { assessment as en } from './en/assessment.ts';
import { assessment as zhCN } from './zh-CN/assessment.ts';

export const assessmentWords = inLanguage(zhCN, { en });
