import type { OrganisationKind, Role } from '../access/access.terms.ts';
import type { Seat } from '../care-team/seats.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/relief.ts';

const BENEFIT_LABELS = inLanguage(
  {
    minimumLiving: '最低生活保障（低保）',
    extremeHardship: '特困人员供养',
    temporaryRelief: '临时救助',
    medicalRelief: '医疗救助',
    insuranceSubsidy: '参保资助',
    specialOutpatient: '门诊慢特病',
    disabilityCertificate: '残疾证',
    nursingSubsidy: '重度残疾人护理补贴',
    outpatientRest: '门诊自付补助',
    freeMedicine: '免费服药',
    freeExam: '免费体检',
    reward: '看护奖补',
  },
  { en: en.BENEFIT_LABELS },
);
const BENEFIT_GIVES = inLanguage(
  {
    minimumLiving: '家里收入很低的，每月领生活补助',
    extremeHardship: '没有依靠的，由政府供养',
    temporaryRelief: '遇到急难，先帮一把',
    medicalRelief: '看病报销以后自己出的，再救助一部分',
    insuranceSubsidy: '交医保的钱，由政府出',
    specialOutpatient: '门诊看病拿药，没有起付线，按比例报销',
    disabilityCertificate: '有了证，残联的补贴才能办',
    nursingSubsidy: '每月领护理补贴',
    outpatientRest: '门诊报销以后自己出的，残联再补',
    freeMedicine: '基本的药不要钱',
    freeExam: '每年免费体检，卫生院会来约',
    reward: '照看得好，按期领奖补',
  },
  { en: en.BENEFIT_GIVES },
);

/**
 * What a family could have. `apply`: applied for here; `arranged`: nobody has to apply, the health centre sees to it; `reward`: has rules, an
 * application and an agreement of its own.
 */
export const BENEFITS = {
  minimumLiving: { label: BENEFIT_LABELS.minimumLiving, gives: BENEFIT_GIVES.minimumLiving, way: 'apply' },
  extremeHardship: { label: BENEFIT_LABELS.extremeHardship, gives: BENEFIT_GIVES.extremeHardship, way: 'apply' },
  temporaryRelief: { label: BENEFIT_LABELS.temporaryRelief, gives: BENEFIT_GIVES.temporaryRelief, way: 'apply' },
  medicalRelief: { label: BENEFIT_LABELS.medicalRelief, gives: BENEFIT_GIVES.medicalRelief, way: 'apply' },
  insuranceSubsidy: { label: BENEFIT_LABELS.insuranceSubsidy, gives: BENEFIT_GIVES.insuranceSubsidy, way: 'apply' },
  specialOutpatient: { label: BENEFIT_LABELS.specialOutpatient, gives: BENEFIT_GIVES.specialOutpatient, way: 'apply' },
  disabilityCertificate: { label: BENEFIT_LABELS.disabilityCertificate, gives: BENEFIT_GIVES.disabilityCertificate, way: 'apply' },
  nursingSubsidy: { label: BENEFIT_LABELS.nursingSubsidy, gives: BENEFIT_GIVES.nursingSubsidy, way: 'apply' },
  outpatientRest: { label: BENEFIT_LABELS.outpatientRest, gives: BENEFIT_GIVES.outpatientRest, way: 'apply' },
  freeMedicine: { label: BENEFIT_LABELS.freeMedicine, gives: BENEFIT_GIVES.freeMedicine, way: 'apply' },
  freeExam: { label: BENEFIT_LABELS.freeExam, gives: BENEFIT_GIVES.freeExam, way: 'arranged' },
  reward: { label: BENEFIT_LABELS.reward, gives: BENEFIT_GIVES.reward, way: 'reward' },
} as const;
export type Benefit = keyof typeof BENEFITS;
export const BENEFIT_KEYS = Object.keys(BENEFITS) as [Benefit, ...Benefit[]];
/** Those that are applied for in this room. */
export type AppliedBenefit = { [B in Benefit]: (typeof BENEFITS)[B]['way'] extends 'apply' ? B : never }[Benefit];
export const APPLIED_BENEFIT_KEYS = BENEFIT_KEYS.filter((one): one is AppliedBenefit => BENEFITS[one].way === 'apply') as [
  AppliedBenefit,
  ...AppliedBenefit[],
];

const FACT_LABELS = inLanguage(
  {
    disorder: '确诊是国家管理的六类疾病',
    local: '户口在本县',
    poor: '家里经济困难',
    lowIncome: '家里人均收入低于低保线',
    noMeans: '没有劳动能力，也没有收入',
    noSupporter: '没有能供养的家人',
    suddenHardship: '最近遇到急难',
    homeless: '没有固定住处',
    insured: '参加了居民医保',
    treated: '在看门诊',
    certified: '有残疾证',
    severe: '残疾一级或二级',
    hasMinimumLiving: '正在领低保',
    hasExtremeHardship: '正在享受特困供养',
  },
  { en: en.FACT_LABELS },
);
const FACT_QUESTIONS = inLanguage(
  {
    local: '户口在本县吗？',
    poor: '家里经济困难吗？',
    lowIncome: '家里人均收入低于低保线吗？',
    noMeans: '本人干不了活，也没有收入吗？',
    noSupporter: '没有家人能供养本人吗？',
    suddenHardship: '最近遇到大病、意外这样的急难吗？',
    homeless: '本人没有固定住处吗？',
    insured: '今年交居民医保了吗？',
    treated: '现在在看门诊拿药吗？',
    certified: '有残疾证吗？',
    severe: '残疾证上是一级或二级吗？',
    hasMinimumLiving: '现在领低保吗？',
    hasExtremeHardship: '现在享受特困供养吗？',
  },
  { en: en.FACT_QUESTIONS },
);

/**
 * What conditions speak of. `ask`: how the family is asked where the file says nothing; null: nobody is asked, because a doctor says it.
 */
export const RELIEF_FACTS = {
  disorder: { label: FACT_LABELS.disorder, ask: null },
  local: { label: FACT_LABELS.local, ask: FACT_QUESTIONS.local },
  poor: { label: FACT_LABELS.poor, ask: FACT_QUESTIONS.poor },
  lowIncome: { label: FACT_LABELS.lowIncome, ask: FACT_QUESTIONS.lowIncome },
  noMeans: { label: FACT_LABELS.noMeans, ask: FACT_QUESTIONS.noMeans },
  noSupporter: { label: FACT_LABELS.noSupporter, ask: FACT_QUESTIONS.noSupporter },
  suddenHardship: { label: FACT_LABELS.suddenHardship, ask: FACT_QUESTIONS.suddenHardship },
  homeless: { label: FACT_LABELS.homeless, ask: FACT_QUESTIONS.homeless },
  insured: { label: FACT_LABELS.insured, ask: FACT_QUESTIONS.insured },
  treated: { label: FACT_LABELS.treated, ask: FACT_QUESTIONS.treated },
  certified: { label: FACT_LABELS.certified, ask: FACT_QUESTIONS.certified },
  severe: { label: FACT_LABELS.severe, ask: FACT_QUESTIONS.severe },
  hasMinimumLiving: { label: FACT_LABELS.hasMinimumLiving, ask: FACT_QUESTIONS.hasMinimumLiving },
  hasExtremeHardship: { label: FACT_LABELS.hasExtremeHardship, ask: FACT_QUESTIONS.hasExtremeHardship },
} as const;
export type ReliefFact = keyof typeof RELIEF_FACTS;
export const RELIEF_FACT_KEYS = Object.keys(RELIEF_FACTS) as [ReliefFact, ...ReliefFact[]];
export const FACT_ANSWERS = inLanguage({ yes: '是', no: '不是' }, { en: en.FACT_ANSWERS });
export type FactAnswer = keyof typeof FACT_ANSWERS;

/** Where a family stands towards a benefit. None of them is a refusal: whoever wants to apply can. */
export const STANDINGS = inLanguage(
  {
    has: '已经有了',
    applied: '正在办',
    seems: '看起来可以申请',
    ask: '还要问清楚',
    notNow: '目前看条件不够，也可以申请',
  },
  { en: en.STANDINGS },
);
export type Standing = keyof typeof STANDINGS;

/** Lists that an office looks after: persons without a home, and those without means, income or family (三无). */
export const HARDSHIPS = inLanguage({ homeless: '没有固定住处', threeNo: '三无人员' }, { en: en.HARDSHIPS });
export type Hardship = keyof typeof HARDSHIPS;

/** The life of an application. */
export const RELIEF_STATES = inLanguage(
  {
    collecting: '收材料',
    forwarded: '已送部门',
    granted: '已批准',
    refused: '未通过',
    objected: '异议办理中',
    upheld: '异议后维持',
    withdrawn: '已撤回',
  },
  { en: en.RELIEF_STATES },
);
export type ReliefState = keyof typeof RELIEF_STATES;
export const RELIEF_STATE_CODES = Object.keys(RELIEF_STATES) as [ReliefState, ...ReliefState[]];

export const RELIEF_ACTS = inLanguage(
  {
    applied: '提出申请',
    papers: '收到材料',
    forwarded: '送交部门',
    granted: '批准',
    refused: '未通过',
    objected: '提出异议',
    upheld: '异议答复：维持',
    overturned: '异议答复：重新办理',
    withdrawn: '撤回申请',
  },
  { en: en.RELIEF_ACTS },
);
export type ReliefAct = keyof typeof RELIEF_ACTS;

/** How often a granted amount is paid. */
export const GRANT_RHYTHMS = inLanguage({ once: '一次', month: '每月', year: '每年' }, { en: en.GRANT_RHYTHMS });
export type GrantRhythm = keyof typeof GRANT_RHYTHMS;

/** Offices that benefits are applied for at. */
export const RELIEF_OFFICES = inLanguage(
  {
    civilAffairsOffice: '民政办',
    disabledFederation: '残联',
    socialSecurityOffice: '社保所',
    townHealthCenter: '卫生院',
  } satisfies { readonly [K in OrganisationKind]?: string },
  { en: en.RELIEF_OFFICES },
);
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
