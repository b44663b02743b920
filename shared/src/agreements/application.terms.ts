import type { Role } from '../access/access.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/agreements.ts';

/** The life of a family's application for the reward, in the words an official sees. */
export const APPLICATION_STATES = inLanguage(
  {
    villageReview: '村（居）审核',
    townshipReview: '乡镇联合审核',
    countyApproval: '县级审批',
    approved: '已批准',
    returned: '退回补充',
    refused: '未通过',
    objected: '异议办理中',
    closed: '异议后维持',
    withdrawn: '已撤回',
  },
  { en: en.APPLICATION_STATES },
);
export type ApplicationState = keyof typeof APPLICATION_STATES;
export const APPLICATION_STATE_CODES = Object.keys(APPLICATION_STATES) as [ApplicationState, ...ApplicationState[]];

/** The three levels that decide, one after the other. */
export const APPLICATION_STAGES = inLanguage(
  { villageReview: '村（居）', townshipReview: '乡镇', countyApproval: '县' },
  { en: en.APPLICATION_STAGES },
);
export type ApplicationStage = keyof typeof APPLICATION_STAGES;

export const STAGE_OUTCOMES = inLanguage({ agree: '同意', return: '退回补充', refuse: '不同意' }, { en: en.STAGE_OUTCOMES });
export type StageOutcome = keyof typeof STAGE_OUTCOMES;

/** Who gives an opinion of their own in the township's joint review. Source: process of the reward. */
export const DEPARTMENTS = inLanguage(
  {
    village: '村（居）委会',
    health: '卫生院',
    police: '派出所',
    civilAffairs: '民政办',
    disabledFederation: '残联',
  },
  { en: en.DEPARTMENTS },
);
export type Department = keyof typeof DEPARTMENTS;
export const DEPARTMENT_KEYS = Object.keys(DEPARTMENTS) as [Department, ...Department[]];
/** The post whose holder speaks for the department. */
export const DEPARTMENT_ROLES: Readonly<Record<Department, Role>> = {
  village: 'villageLead',
  health: 'mentalHealthDoctor',
  police: 'communityPolice',
  civilAffairs: 'civilAffairsCadre',
  disabledFederation: 'rehabCoordinator',
};

/** Papers that an application, or photographed pages that a signed paper, may have. */
export const MOST_PAPERS = 10;

export const OPINION_STANDS = inLanguage({ agree: '同意', disagree: '不同意' }, { en: en.OPINION_STANDS });
export type OpinionStand = keyof typeof OPINION_STANDS;

export const OBJECTION_OUTCOMES = inLanguage({ uphold: '维持原决定', overturn: '改为同意' }, { en: en.OBJECTION_OUTCOMES });
export type ObjectionOutcome = keyof typeof OBJECTION_OUTCOMES;

/** What happened to an application, in order. */
export const APPLICATION_ACTS = inLanguage(
  {
    applied: '提出申请',
    resubmitted: '补充后再次提交',
    agreed: '审核同意',
    returned: '退回补充',
    refused: '审核不同意',
    opinion: '部门意见',
    objected: '提出异议',
    upheld: '异议答复：维持',
    overturned: '异议答复：改为同意',
    withdrawn: '撤回申请',
  },
  { en: en.APPLICATION_ACTS },
);
export type ApplicationAct = keyof typeof APPLICATION_ACTS;

/** The rules of eligibility, each shown with what the software found and where. None of them decides. */
export const ELIGIBILITY_RULES = inLanguage(
  {
    condition: '患者情况在奖补范围',
    state: '患者现况没有不发放的情形',
    guardian: '申请人是登记的监护人',
    order: '监护人的法定顺序',
    together: '与患者共同生活',
    caring: '有能力并确实在照看',
    one: '一名患者同一时期只有一份',
    notStopped: '没有被停发全年',
  },
  { en: en.ELIGIBILITY_RULES },
);
export type EligibilityRule = keyof typeof ELIGIBILITY_RULES;

export const VERDICTS = inLanguage({ holds: '符合', fails: '不符合', unknown: '查不到，请核实' }, { en: en.VERDICTS });
export type Verdict = keyof typeof VERDICTS;
