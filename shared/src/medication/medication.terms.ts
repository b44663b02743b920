import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/medication.ts';

/** What a guardian says of a day's medicine. An honest "not taken" is duty done. */
export const MEDICATION_ANSWERS = inLanguage({ taken: '吃过了', partly: '没吃全', notTaken: '没有吃' }, { en: en.MEDICATION_ANSWERS });
export type MedicationAnswer = keyof typeof MEDICATION_ANSWERS;
export const MEDICATION_ANSWER_KEYS = ['taken', 'partly', 'notTaken'] as const satisfies readonly MedicationAnswer[];

/** Why a day's medicine was not, or not all, taken. Nobody has to say. */
export const NOT_TAKEN_REASONS = inLanguage(
  {
    forgot: '忘了',
    refused: '不愿吃',
    sideEffect: '吃了不舒服',
    ranOut: '药吃完了',
    doctorStopped: '医生让停',
    other: '其他',
  },
  { en: en.NOT_TAKEN_REASONS },
);
export type NotTakenReason = keyof typeof NOT_TAKEN_REASONS;
export const NOT_TAKEN_REASON_KEYS = [
  'forgot',
  'refused',
  'sideEffect',
  'ranOut',
  'doctorStopped',
  'other',
] as const satisfies readonly NotTakenReason[];

/** One day of the week strip: an answer, no answer, a day on which no medicine was ordered so that nobody asked, or one that has not come. */
export const STRIP_STATES = ['taken', 'partly', 'notTaken', 'none', 'notAsked', 'future'] as const;
export type StripState = (typeof STRIP_STATES)[number];

/** Where an order of medicine is known from. */
export const REGIMEN_SOURCES = inLanguage(
  { registration: '建档时默认，药名未登记', visit: '随访发现在服药，药名未登记', doctor: '医生登记' },
  { en: en.REGIMEN_SOURCES },
);
export type RegimenSource = keyof typeof REGIMEN_SOURCES;
export const REGIMEN_SOURCE_KEYS = ['registration', 'visit', 'doctor'] as const satisfies readonly RegimenSource[];

/** Why the doctor ends an order without a new one. */
export const REGIMEN_END_REASONS = inLanguage(
  {
    recovered: '病情稳定，医嘱停药',
    sideEffect: '不良反应，医嘱停药',
    bodilyIllness: '躯体疾病或怀孕，暂时停药',
    other: '其他原因，医嘱停药',
  },
  { en: en.REGIMEN_END_REASONS },
);
export type RegimenEndReason = keyof typeof REGIMEN_END_REASONS;

/** What the answers of some weeks speak for. A proposal to people, and never a penalty. The first three are the national form's words. */
export const REGULARITIES = inLanguage(
  {
    regular: '规律',
    intermittent: '间断',
    notTaking: '不服药',
    unknown: '没有确认的天数太多，看不出来',
    tooShort: '要确认的天数太少，看不出来',
  },
  { en: en.REGULARITIES },
);
export type Regularity = keyof typeof REGULARITIES;
export const REGULARITY_KEYS = ['regular', 'intermittent', 'notTaking', 'unknown', 'tooShort'] as const satisfies readonly Regularity[];

/** How medicine that was given out came home. */
export const ARRIVALS = inLanguage({ fetched: '家属领回', delivered: '送药上门' }, { en: en.ARRIVALS });
export type Arrival = keyof typeof ARRIVALS;
export const ARRIVAL_KEYS = ['fetched', 'delivered'] as const satisfies readonly Arrival[];
