import { inLanguage } from '../kernel/language.ts';
import { DANGEROUS_ACTS } from '../visits/visits.terms.ts';
import * as en from '../words/en/indicators.ts';

/** By which edition of the formulas a number was counted; a change of any of them is another edition, and older numbers keep theirs. */
export const FORMULAS = 1;

/** What is counted of a village in a month: of the year up to the month's end, but the incidents, which are those of the month. */
export const COUNTS = [
  'residents',
  'registered',
  'managed',
  'withinNorm',
  'taking',
  'takingRegularly',
  'stable',
  'met',
  'examined',
] as const;
export type Count = (typeof COUNTS)[number];

/** A named question: who is asked about, of whom it holds, and both in words. */
type Question = {
  readonly label: string;
  readonly numerator: Exclude<Count, 'residents'>;
  readonly denominator: Count;
  readonly unit: '%' | '‰';
  readonly says: string;
};

const LABELS = inLanguage(
  {
    detection: '检出率',
    management: '管理率',
    standardManagement: '规范管理率',
    medicated: '服药率',
    regularlyMedicated: '规律服药率',
    stable: '稳定率',
    faceVisited: '面访率',
    examined: '体检率',
  },
  { en: en.QUESTION_LABELS },
);
const SAYS = inLanguage(
  {
    detection: '在册患者（不含死亡、迁出）÷ 常住人口',
    management: '当年至少有一次完整随访的人 ÷ 在册患者',
    standardManagement: '当年每次间隔都在国家规范以内的人 ÷ 在册患者',
    medicated: '最近一次随访在服药（规律或间断）的人 ÷ 在册患者',
    regularlyMedicated: '最近一次随访按医嘱规律服药的人 ÷ 在册患者',
    stable: '最近一次完整随访为稳定的人 ÷ 当年访到的人',
    faceVisited: '当年至少见到本人一次的人 ÷ 在册患者',
    examined: '当年做过健康体检的人 ÷ 在册患者',
  },
  { en: en.QUESTION_SAYS },
);

/** The indicators of the work, with their formulas. 服药 and 规律服药 go by the last visit of the year that says. */
export const QUESTIONS = {
  detection: {
    label: LABELS.detection,
    numerator: 'registered',
    denominator: 'residents',
    unit: '‰',
    says: SAYS.detection,
  },
  management: {
    label: LABELS.management,
    numerator: 'managed',
    denominator: 'registered',
    unit: '%',
    says: SAYS.management,
  },
  standardManagement: {
    label: LABELS.standardManagement,
    numerator: 'withinNorm',
    denominator: 'registered',
    unit: '%',
    says: SAYS.standardManagement,
  },
  medicated: {
    label: LABELS.medicated,
    numerator: 'taking',
    denominator: 'registered',
    unit: '%',
    says: SAYS.medicated,
  },
  regularlyMedicated: {
    label: LABELS.regularlyMedicated,
    numerator: 'takingRegularly',
    denominator: 'registered',
    unit: '%',
    says: SAYS.regularlyMedicated,
  },
  stable: {
    label: LABELS.stable,
    numerator: 'stable',
    denominator: 'managed',
    unit: '%',
    says: SAYS.stable,
  },
  faceVisited: {
    label: LABELS.faceVisited,
    numerator: 'met',
    denominator: 'registered',
    unit: '%',
    says: SAYS.faceVisited,
  },
  examined: {
    label: LABELS.examined,
    numerator: 'examined',
    denominator: 'registered',
    unit: '%',
    says: SAYS.examined,
  },
} as const satisfies Record<string, Question>;
export type IndicatorQuestion = keyof typeof QUESTIONS;
export const QUESTION_KEYS = Object.keys(QUESTIONS) as readonly IndicatorQuestion[];

/** Those with a target and points; how many there are to be found in a village is nobody's merit. */
export const GRADED_QUESTIONS = [
  'management',
  'standardManagement',
  'medicated',
  'regularlyMedicated',
  'stable',
  'faceVisited',
  'examined',
] as const satisfies readonly IndicatorQuestion[];
export type GradedQuestion = (typeof GRADED_QUESTIONS)[number];

/** Kinds of incident as police and doctors decided them, counted by the times that they happened in the month. */
export const INCIDENT_COUNTS = DANGEROUS_ACTS;
export type IncidentCount = keyof typeof INCIDENT_COUNTS;
export const INCIDENT_COUNT_KEYS = Object.keys(INCIDENT_COUNTS) as readonly IncidentCount[];
