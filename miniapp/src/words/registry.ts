import { inLanguage } from '@guanhu/shared/kernel/language';
import { registry as en } from './en/registry.ts';
import { registry as zhCN } from './zh-CN/registry.ts';

export const registryWords = inLanguage(zhCN, { en });
