import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/incidents.ts';

/** 联合处置: open until doctor and police have each said that their part is finished. */
export const HANDLING_STATES = inLanguage({ open: '处置中', closing: '等另一方结案', closed: '已结案' }, { en: en.HANDLING_STATES });
export type HandlingState = keyof typeof HANDLING_STATES;
export const HANDLING_STATE_KEYS = ['open', 'closing', 'closed'] as const satisfies readonly HandlingState[];

/** The two posts that close a handling together. */
export const CLOSING_PARTS = inLanguage({ doctor: '精防医生', police: '民警' }, { en: en.CLOSING_PARTS });
export type ClosingPart = keyof typeof CLOSING_PARTS;
export const CLOSING_PART_KEYS = ['doctor', 'police'] as const satisfies readonly ClosingPart[];

/** How far a step has got. `notNeeded` has a reason. */
export const STEP_STATES = inLanguage({ waiting: '待办', taken: '有人在办', done: '已办', notNeeded: '不需要' }, { en: en.STEP_STATES });
export type StepState = keyof typeof STEP_STATES;
export const STEP_ANSWER_KEYS = ['taken', 'done', 'notNeeded'] as const satisfies readonly StepState[];
export type StepAnswer = (typeof STEP_ANSWER_KEYS)[number];

/** 措施 of the record of an emergency. */
export const MEASURES = inLanguage(
  {
    onSite: '现场临时处置',
    observedInClinic: '门急诊留观',
    emergencyAdmission: '紧急住院',
    consultation: '会诊',
    other: '其他',
  },
  { en: en.MEASURES },
);
export type Measure = keyof typeof MEASURES;
export const MEASURE_KEYS = [
  'onSite',
  'observedInClinic',
  'emergencyAdmission',
  'consultation',
  'other',
] as const satisfies readonly Measure[];

/** 效果, as the follow-up record says it. */
export const HANDLING_EFFECTS = inLanguage({ 1: '痊愈', 2: '好转', 3: '无变化', 4: '加重' }, { en: en.HANDLING_EFFECTS });
export type HandlingEffect = keyof typeof HANDLING_EFFECTS;

/** What a row of the timeline is about. */
export const ENTRY_KINDS = inLanguage(
  {
    step: '步骤',
    note: '情况',
    people: '到场人员',
    measure: '措施',
    restraint: '保护性约束',
    harm: '伤亡损失',
    diagnosis: '诊断和效果',
    observation: '事后观察',
  },
  { en: en.ENTRY_KINDS },
);
export type EntryKind = keyof typeof ENTRY_KINDS;

/** Kinds without which the record is not finished. */
export const RECORD_PARTS = ['people', 'measure', 'harm', 'diagnosis'] as const satisfies readonly EntryKind[];
export type RecordPart = (typeof RECORD_PARTS)[number];
