import type { FormCondition, FormField, FormOption } from '../policy/form-field.terms.ts';
import { DEATH_CAUSES, FATAL_ILLNESSES, LOST_REASONS, MISSED_REASONS, VISIT_FORMS, VISIT_RESULTS } from './visits.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

const HEAD_LABELS = inLanguage(
  {
    result: '这次见到了吗？',
    form: '随访形式',
    missedReason: '为什么没有访到',
    lostReason: '失访原因',
    diedOn: '死亡日期',
    deathCause: '死亡原因',
    fatalIllness: '是哪种躯体疾病',
    note: '说明',
  },
  { en: en.HEAD_LABELS },
);

/** Answers of a table of words; numeric keys are the national form's codes. */
export const optionsOf = (table: Readonly<Record<string, string>>): readonly FormOption[] =>
  Object.entries(table).map(([key, label]) => ({ code: /^\d+$/.test(key) ? Number(key) : key, label }));

const resulted = (...is: readonly string[]): readonly FormCondition[] => [{ field: 'result', is }];
/** Of a visit that took place. */
export const DONE = resulted('done');
export const doneAnd = (field: string, ...is: readonly (string | number | boolean)[]): readonly FormCondition[] => [...DONE, { field, is }];

/** What every form of a visit begins with: what became of it, and how. */
export const HEAD_FIELDS: readonly FormField[] = [
  { key: 'result', label: HEAD_LABELS.result, section: 'outcome', kind: 'choice', options: optionsOf(VISIT_RESULTS), required: true },
  {
    key: 'form',
    label: HEAD_LABELS.form,
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(VISIT_FORMS),
    required: true,
    when: resulted('done', 'missed'),
  },
  {
    key: 'missedReason',
    label: HEAD_LABELS.missedReason,
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(MISSED_REASONS),
    required: true,
    when: resulted('missed'),
  },
  {
    key: 'lostReason',
    label: HEAD_LABELS.lostReason,
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(LOST_REASONS),
    required: true,
    when: resulted('lost'),
  },
  { key: 'diedOn', label: HEAD_LABELS.diedOn, section: 'outcome', kind: 'day', required: true, when: resulted('deceased') },
  {
    key: 'deathCause',
    label: HEAD_LABELS.deathCause,
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(DEATH_CAUSES),
    required: true,
    when: resulted('deceased'),
  },
  {
    key: 'fatalIllness',
    label: HEAD_LABELS.fatalIllness,
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(FATAL_ILLNESSES),
    when: [...resulted('deceased'), { field: 'deathCause', is: [1] }],
  },
];

/** What every form ends with. */
export const NOTE_FIELD: FormField = { key: 'note', label: HEAD_LABELS.note, section: 'note', kind: 'text', most: 1000 };
