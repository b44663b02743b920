import type { RiskRating } from '../registry/risk-rating.rules.ts';

/** 危险性评估, the form's own words. */
export const RISK_MEANINGS: Readonly<Record<RiskRating, string>> = {
  0: '无符合以下1~5级中的任何行为',
  1: '口头威胁，喊叫，但没有打砸行为',
  2: '打砸行为，局限在家里，针对财物，能被劝说制止',
  3: '明显打砸行为，不分场合，针对财物，不能接受劝说而停止',
  4: '持续的打砸行为，不分场合，针对财物或人，不能接受劝说而停止（包括自伤、自杀）',
  5: '持械针对人的任何暴力行为，或者纵火、爆炸等行为，无论在家里还是公共场合',
};

/** Why a class is proposed; the words stand under the proposal. */
export const CLASS_REASONS = {
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
} as const;
export type ClassReason = keyof typeof CLASS_REASONS;

/** Where a rating came from. */
export const RATING_SOURCES = ['import', 'visit', 'incident', 'policy'] as const;
export type RatingSource = (typeof RATING_SOURCES)[number];
