import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/rights.ts';

/** What somebody whose data are kept can ask for. Sources: Personal Information Protection Law, Arts. 15, 44–47, 50, 65. */
export const REQUEST_KINDS = inLanguage(
  {
    access: '查阅',
    copy: '复制',
    correction: '更正',
    objection: '异议',
    complaint: '投诉',
    deletion: '删除',
    withdrawConsent: '撤回同意',
  },
  { en: en.REQUEST_KINDS },
);
export type RequestKind = keyof typeof REQUEST_KINDS;

/** What each kind means, in the words of the person who asks. */
export const REQUEST_HINTS: Readonly<Record<RequestKind, string>> = inLanguage(
  {
    access: '想看看都记了些什么',
    copy: '想要一份记录的复印件',
    correction: '有的地方写错了，请改过来',
    objection: '对分级、认定或安排有不同意见',
    complaint: '对工作人员或服务不满意',
    deletion: '有的内容不该再留着',
    withdrawConsent: '不再同意参加社区管理',
  },
  { en: en.REQUEST_HINTS },
);

export const REQUEST_STATES = inLanguage(
  { open: '办理中', answered: '已答复', escalated: '县里复核中', closed: '县里已答复' },
  { en: en.REQUEST_STATES },
);
export type RequestState = keyof typeof REQUEST_STATES;

export const REQUEST_OUTCOMES = inLanguage({ granted: '按要求办理', partly: '部分办理', refused: '不予办理' }, { en: en.REQUEST_OUTCOMES });
export type RequestOutcome = keyof typeof REQUEST_OUTCOMES;

/** Through whom a request came: the patient's own account, a guardian's, or somebody outside the family whose words an official wrote down. */
export const REQUEST_WAYS = inLanguage({ self: '患者本人', guardian: '监护人', outside: '家庭以外的人代为提出' }, { en: en.REQUEST_WAYS });
export type RequestWay = keyof typeof REQUEST_WAYS;

/** How somebody outside the family showed that they speak for the patient. */
export const PROOF_KINDS = inLanguage(
  {
    inPerson: '患者本人到场，当面说明',
    writtenMandate: '患者签字的委托书',
    committeeLetter: '村（居）委会介绍信',
    lawyerLetter: '律师或法律援助公函',
  },
  { en: en.PROOF_KINDS },
);
export type ProofKind = keyof typeof PROOF_KINDS;

/** What an official can ask to take out of the system. */
export const EXPORT_CONTENTS = inLanguage(
  { patientList: '服务对象名单', responsibilityList: '责任清单', diagnosisList: '待诊断人员名单' },
  { en: en.EXPORT_CONTENTS },
);
export type ExportContent = keyof typeof EXPORT_CONTENTS;

/** Life of an export; `expired` is read off the clock, never stored. */
export const EXPORT_STATES = inLanguage(
  { requested: '待审批', approved: '已批准', refused: '未批准', expired: '已过期' },
  { en: en.EXPORT_STATES },
);
export type ExportState = keyof typeof EXPORT_STATES;
