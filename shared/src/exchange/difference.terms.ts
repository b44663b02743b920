import { inLanguage } from '../kernel/language.ts';
import { ECONOMIES, HAVING, YES_OR_NO } from '../registry/answers.terms.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import * as en from '../words/en/exchange.ts';

/* Where a list and the files disagree, in words that the phone shows too: a field, what may stand in it, and what became of a difference. */

/** A suspicion is nobody's to exchange; a merged file is on no list. */
const NOT_EXCHANGED: ReadonlySet<string> = new Set(['suspected', 'notConfirmed', 'merged'] satisfies PatientState[]);
const LISTED_STATES = Object.fromEntries(Object.entries(PATIENT_STATES).filter(([state]) => !NOT_EXCHANGED.has(state)));

/** What is exchanged of a person. */
export const FIELD_LABELS = inLanguage(
  {
    status: '人员状态',
    address: '现住址',
    admission: '住院情况',
    risk: '危险性等级',
    economy: '经济状况',
    disability: '残疾证',
    reward: '以奖代补对象',
  },
  { en: en.FIELD_LABELS },
);
export type ExchangeField = keyof typeof FIELD_LABELS;

/** Codes of the fields that have some, and their words; the others are texts. */
export const FIELD_OPTIONS = {
  status: LISTED_STATES,
  admission: inLanguage({ in: '在院', out: '不在院' }, { en: en.ADMISSIONS }),
  risk: inLanguage({ 0: '0 级', 1: '1 级', 2: '2 级', 3: '3 级', 4: '4 级', 5: '5 级' }, { en: en.RISKS }),
  economy: ECONOMIES,
  disability: HAVING,
  reward: YES_OR_NO,
} as const satisfies { readonly [F in ExchangeField]?: Readonly<Record<string, string>> };
/** The codes of a field; undefined where the value is a text. */
export const optionsOf = (field: ExchangeField): Readonly<Record<string, string>> | undefined =>
  (FIELD_OPTIONS as { readonly [F in ExchangeField]?: Readonly<Record<string, string>> })[field];

const NO_VALUE = inLanguage({ none: '没有记录' }, { en: en.NO_VALUE });
/** What a field's value says; a text says itself. */
export const valueInWords = (field: ExchangeField, value: string | null): string =>
  value === null ? NO_VALUE.none : (optionsOf(field)?.[value] ?? value);

export const DIFFERENCE_STATES = inLanguage(
  {
    open: '待答复',
    confirmed: '确认本部门的数据',
    corrected: '已更正',
    disputed: '有争议',
  },
  { en: en.DIFFERENCE_STATES },
);
export type DifferenceState = keyof typeof DIFFERENCE_STATES;
export const ANSWERS = ['confirmed', 'corrected', 'disputed'] as const;
export type DifferenceAnswer = (typeof ANSWERS)[number];
