import type { FormAnswers } from './answers.rules.ts';
import type { NationalRecord, QuickRecord } from './visit-record.terms.ts';

/** Fields of the national record that a quick form answers in the same codes. */
const ALIKE = ['respondents', 'risk', 'adherence', 'confinement'] as const;
/** 正在住院 on the quick form, 目前正在住院 on the record. */
const IN_HOSPITAL = 4;
const HOSPITALISED_NOW = 1;

/** What the doctor's record can take over from a quick form; what the quick form left blank stays blank. */
export function absorbed(quick: QuickRecord): FormAnswers {
  if (quick.result !== 'done') return {};
  const alike = ALIKE.flatMap(key => (quick[key] === undefined ? [] : [[key, quick[key]] as const]));
  return { ...Object.fromEntries(alike), ...(quick.situation === IN_HOSPITAL ? { hospitalisation: HOSPITALISED_NOW } : {}) };
}

/** 明显发作, 失控 on the quick form. */
const ACUTE = 3;
const OUT_OF_CONTROL = 2;

/** Whether a quick form asks for the doctor: a grid worker judges no class, but what they saw does not wait for the interval. */
export const isUrgent = (record: NationalRecord | QuickRecord): boolean =>
  record.result === 'done' && 'situation' in record && (record.condition === ACUTE || record.control === OUT_OF_CONTROL);

/** The fields of a record that still say what was taken over: those have the quick form as their source, the others the doctor. */
export const fieldsFrom = (taken: FormAnswers, record: FormAnswers): readonly string[] =>
  Object.keys(taken).filter(key => JSON.stringify(taken[key]) === JSON.stringify(record[key]));
