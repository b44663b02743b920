import { inLanguage } from '@guanhu/shared/kernel/language';
import { careTeam as en } from './en/care-team.ts';
import { careTeam as zhCN } from './zh-CN/care-team.ts';

export const careTeamWords = inLanguage(zhCN, { en });
