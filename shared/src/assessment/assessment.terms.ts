import type { RiskRating } from '../registry/risk-rating.rules.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/assessment.ts';

/** 危险性评估, the form's own words. */
export const RISK_MEANINGS: Readonly<Record<RiskRating, string>> = inLanguage(
  {
    0: '无符合以下1~5级中的任何行为',
    1: '口头威胁，喊叫，但没有打砸行为',
    2: '打砸行为，局限在家里，针对财物，能被劝说制止',
    3: '明显打砸行为，不分场合，针对财物，不能接受劝说而停止',
    4: '持续的打砸行为，不分场合，针对财物或人，不能接受劝说而停止（包括自伤、自杀）',
    5: '持械针对人的任何暴力行为，或者纵火、爆炸等行为，无论在家里还是公共场合',
  },
  { en: en.RISK_MEANINGS },
);

/** Why a class is proposed; the words stand under the proposal. */
export const CLASS_REASONS = inLanguage(
  {
    riskHigh: '危险性 3 级以上',
    symptomsMarked: '精神症状明显',
    noInsight: '自知力缺失',
    acuteReaction: '有急性药物不良反应',
    seriousIllness: '有严重躯体疾病',
    riskSome: '危险性 1–2 级',
    symptomsSome: '还有精神症状',
    insightPartial: '自知力不全',
    functionPoor: '社会功能较差',
    adverseReaction: '有药物不良反应',
    nothingFound: '危险性 0 级，症状基本消失，社会功能一般或良好',
    /** Something that the class depends on was left blank: stable cannot be proposed. */
    notAllKnown: '有的项目没有填写，先按基本稳定对待',
  },
  { en: en.CLASS_REASONS },
);
export type ClassReason = keyof typeof CLASS_REASONS;

/** Where a rating came from. */
export const RATING_SOURCES = ['import', 'visit', 'incident', 'policy', 'review'] as const;
export type RatingSource = (typeof RATING_SOURCES)[number];

/** What comes round again: the doctor's review of risk and diagnosis, and the health exam. Each is a kind of task too. */
export const CYCLES = inLanguage({ riskReview: '危险性评估和诊断复核', healthExam: '健康体检' }, { en: en.CYCLES });
export type Cycle = keyof typeof CYCLES;
export const CYCLE_KEYS = ['riskReview', 'healthExam'] as const satisfies readonly Cycle[];

/** Where a cycle stands: late, in sight, done and not in sight, or never done and not in sight. */
export const CYCLE_STATES = inLanguage({ overdue: '已超期', due: '到期', done: '已完成', ahead: '未到期' }, { en: en.CYCLE_STATES });
export type CycleState = keyof typeof CYCLE_STATES;

/** Life of a proposal to a calmer band. It lapses when the facts no longer speak for it. */
export const BAND_PROPOSAL_STATES = inLanguage(
  { waiting: '等第二人决定', agreed: '已同意', refused: '未同意', lapsed: '情况变化，作废' },
  { en: en.BAND_PROPOSAL_STATES },
);
export type BandProposalState = keyof typeof BAND_PROPOSAL_STATES;

export const ECG_FINDINGS = inLanguage({ normal: '正常', abnormal: '异常' }, { en: en.ECG_FINDINGS });
export type EcgFinding = keyof typeof ECG_FINDINGS;

const EXAM_LABELS = inLanguage(
  {
    systolic: '收缩压',
    diastolic: '舒张压',
    weightKg: '体重',
    whiteCells: '白细胞',
    haemoglobin: '血红蛋白',
    platelets: '血小板',
    alt: '谷丙转氨酶',
    glucose: '血糖',
  },
  { en: en.EXAM_LABELS },
);

/** The measured values of an exam, with the bounds outside which a value is a slip of the pen. */
export const EXAM_NUMBERS = {
  systolic: { label: EXAM_LABELS.systolic, unit: 'mmHg', least: 40, most: 300 },
  diastolic: { label: EXAM_LABELS.diastolic, unit: 'mmHg', least: 20, most: 200 },
  weightKg: { label: EXAM_LABELS.weightKg, unit: 'kg', least: 10, most: 300 },
  whiteCells: { label: EXAM_LABELS.whiteCells, unit: '10⁹/L', least: 0.1, most: 300 },
  haemoglobin: { label: EXAM_LABELS.haemoglobin, unit: 'g/L', least: 10, most: 300 },
  platelets: { label: EXAM_LABELS.platelets, unit: '10⁹/L', least: 1, most: 3000 },
  alt: { label: EXAM_LABELS.alt, unit: 'U/L', least: 0, most: 5000 },
  glucose: { label: EXAM_LABELS.glucose, unit: 'mmol/L', least: 0.5, most: 60 },
} as const;
export type ExamNumber = keyof typeof EXAM_NUMBERS;
