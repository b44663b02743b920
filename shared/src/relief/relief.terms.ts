import type { OrganisationKind, Role } from '../access/access.terms.ts';
import type { Seat } from '../care-team/seats.terms.ts';

/**
 * What a family could have. `apply`: applied for here; `arranged`: nobody has to apply, the health centre sees to it; `reward`: has rules, an
 * application and an agreement of its own.
 */
export const BENEFITS = {
  minimumLiving: { label: '最低生活保障（低保）', gives: '家里收入很低的，每月领生活补助', way: 'apply' },
  extremeHardship: { label: '特困人员供养', gives: '没有依靠的，由政府供养', way: 'apply' },
  temporaryRelief: { label: '临时救助', gives: '遇到急难，先帮一把', way: 'apply' },
  medicalRelief: { label: '医疗救助', gives: '看病报销以后自己出的，再救助一部分', way: 'apply' },
  insuranceSubsidy: { label: '参保资助', gives: '交医保的钱，由政府出', way: 'apply' },
  specialOutpatient: { label: '门诊慢特病', gives: '门诊看病拿药，没有起付线，按比例报销', way: 'apply' },
  disabilityCertificate: { label: '残疾证', gives: '有了证，残联的补贴才能办', way: 'apply' },
  nursingSubsidy: { label: '重度残疾人护理补贴', gives: '每月领护理补贴', way: 'apply' },
  outpatientRest: { label: '门诊自付补助', gives: '门诊报销以后自己出的，残联再补', way: 'apply' },
  freeMedicine: { label: '免费服药', gives: '基本的药不要钱', way: 'apply' },
  freeExam: { label: '免费体检', gives: '每年免费体检，卫生院会来约', way: 'arranged' },
  reward: { label: '看护奖补', gives: '照看得好，按期领奖补', way: 'reward' },
} as const;
export type Benefit = keyof typeof BENEFITS;
export const BENEFIT_KEYS = Object.keys(BENEFITS) as [Benefit, ...Benefit[]];
/** Those that are applied for in this room. */
export type AppliedBenefit = { [B in Benefit]: (typeof BENEFITS)[B]['way'] extends 'apply' ? B : never }[Benefit];
export const APPLIED_BENEFIT_KEYS = BENEFIT_KEYS.filter((one): one is AppliedBenefit => BENEFITS[one].way === 'apply') as [
  AppliedBenefit,
  ...AppliedBenefit[],
];

/**
 * What conditions speak of. `ask`: how the family is asked where the file says nothing; null: nobody is asked, because a doctor says it.
 */
export const RELIEF_FACTS = {
  disorder: { label: '确诊是国家管理的六类疾病', ask: null },
  local: { label: '户口在本县', ask: '户口在本县吗？' },
  poor: { label: '家里经济困难', ask: '家里经济困难吗？' },
  lowIncome: { label: '家里人均收入低于低保线', ask: '家里人均收入低于低保线吗？' },
  noMeans: { label: '没有劳动能力，也没有收入', ask: '本人干不了活，也没有收入吗？' },
  noSupporter: { label: '没有能供养的家人', ask: '没有家人能供养本人吗？' },
  suddenHardship: { label: '最近遇到急难', ask: '最近遇到大病、意外这样的急难吗？' },
  homeless: { label: '没有固定住处', ask: '本人没有固定住处吗？' },
  insured: { label: '参加了居民医保', ask: '今年交居民医保了吗？' },
  treated: { label: '在看门诊', ask: '现在在看门诊拿药吗？' },
  certified: { label: '有残疾证', ask: '有残疾证吗？' },
  severe: { label: '残疾一级或二级', ask: '残疾证上是一级或二级吗？' },
  hasMinimumLiving: { label: '正在领低保', ask: '现在领低保吗？' },
  hasExtremeHardship: { label: '正在享受特困供养', ask: '现在享受特困供养吗？' },
} as const;
export type ReliefFact = keyof typeof RELIEF_FACTS;
export const RELIEF_FACT_KEYS = Object.keys(RELIEF_FACTS) as [ReliefFact, ...ReliefFact[]];
export const FACT_ANSWERS = { yes: '是', no: '不是' } as const;
export type FactAnswer = keyof typeof FACT_ANSWERS;

/** Where a family stands towards a benefit. None of them is a refusal: whoever wants to apply can. */
export const STANDINGS = {
  has: '已经有了',
  applied: '正在办',
  seems: '看起来可以申请',
  ask: '还要问清楚',
  notNow: '目前看条件不够，也可以申请',
} as const;
export type Standing = keyof typeof STANDINGS;

/** Lists that an office looks after: persons without a home, and those without means, income or family (三无). */
export const HARDSHIPS = { homeless: '没有固定住处', threeNo: '三无人员' } as const;
export type Hardship = keyof typeof HARDSHIPS;

/** The life of an application. */
export const RELIEF_STATES = {
  collecting: '收材料',
  forwarded: '已送部门',
  granted: '已批准',
  refused: '未通过',
  objected: '异议办理中',
  upheld: '异议后维持',
  withdrawn: '已撤回',
} as const;
export type ReliefState = keyof typeof RELIEF_STATES;
export const RELIEF_STATE_CODES = Object.keys(RELIEF_STATES) as [ReliefState, ...ReliefState[]];

export const RELIEF_ACTS = {
  applied: '提出申请',
  papers: '收到材料',
  forwarded: '送交部门',
  granted: '批准',
  refused: '未通过',
  objected: '提出异议',
  upheld: '异议答复：维持',
  overturned: '异议答复：重新办理',
  withdrawn: '撤回申请',
} as const;
export type ReliefAct = keyof typeof RELIEF_ACTS;

/** How often a granted amount is paid. */
export const GRANT_RHYTHMS = { once: '一次', month: '每月', year: '每年' } as const;
export type GrantRhythm = keyof typeof GRANT_RHYTHMS;

/** Offices that benefits are applied for at. */
export const RELIEF_OFFICES = {
  civilAffairsOffice: '民政办',
  disabledFederation: '残联',
  socialSecurityOffice: '社保所',
  townHealthCenter: '卫生院',
} as const satisfies { readonly [K in OrganisationKind]?: string };
export type ReliefOffice = keyof typeof RELIEF_OFFICES;
export const RELIEF_OFFICE_KEYS = Object.keys(RELIEF_OFFICES) as [ReliefOffice, ...ReliefOffice[]];

/** Whose post enters what an office decided; the social affairs office enters it for an office without one. */
export const OFFICE_ROLES: Readonly<Record<ReliefOffice, readonly Role[]>> = {
  civilAffairsOffice: ['civilAffairsCadre', 'socialAffairsOfficer'],
  disabledFederation: ['rehabCoordinator', 'socialAffairsOfficer'],
  socialSecurityOffice: ['socialAffairsOfficer'],
  townHealthCenter: ['mentalHealthDoctor', 'socialAffairsOfficer'],
};
/** The seat around the patient that is asked to follow the application up. */
export const OFFICE_SEATS: Readonly<Record<ReliefOffice, Seat>> = {
  civilAffairsOffice: 'civilAffairs',
  disabledFederation: 'rehabCoordinator',
  socialSecurityOffice: 'civilAffairs',
  townHealthCenter: 'doctor',
};
