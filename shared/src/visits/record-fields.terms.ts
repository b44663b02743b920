import type { FormCondition, FormField, FormOption } from '../policy/form-field.terms.ts';
import { DEATH_CAUSES, FATAL_ILLNESSES, LOST_REASONS, MISSED_REASONS, VISIT_FORMS, VISIT_RESULTS } from './visits.terms.ts';

/** Answers of a table of words; numeric keys are the national form's codes. */
export const optionsOf = (table: Readonly<Record<string, string>>): readonly FormOption[] =>
  Object.entries(table).map(([key, label]) => ({ code: /^\d+$/.test(key) ? Number(key) : key, label }));

const resulted = (...is: readonly string[]): readonly FormCondition[] => [{ field: 'result', is }];
/** Of a visit that took place. */
export const DONE = resulted('done');
export const doneAnd = (field: string, ...is: readonly (string | number | boolean)[]): readonly FormCondition[] => [...DONE, { field, is }];

/** What every form of a visit begins with: what became of it, and how. */
export const HEAD_FIELDS: readonly FormField[] = [
  { key: 'result', label: '这次见到了吗？', section: 'outcome', kind: 'choice', options: optionsOf(VISIT_RESULTS), required: true },
  {
    key: 'form',
    label: '随访形式',
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(VISIT_FORMS),
    required: true,
    when: resulted('done', 'missed'),
  },
  {
    key: 'missedReason',
    label: '为什么没有访到',
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(MISSED_REASONS),
    required: true,
    when: resulted('missed'),
  },
  {
    key: 'lostReason',
    label: '失访原因',
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(LOST_REASONS),
    required: true,
    when: resulted('lost'),
  },
  { key: 'diedOn', label: '死亡日期', section: 'outcome', kind: 'day', required: true, when: resulted('deceased') },
  {
    key: 'deathCause',
    label: '死亡原因',
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(DEATH_CAUSES),
    required: true,
    when: resulted('deceased'),
  },
  {
    key: 'fatalIllness',
    label: '是哪种躯体疾病',
    section: 'outcome',
    kind: 'choice',
    options: optionsOf(FATAL_ILLNESSES),
    when: [...resulted('deceased'), { field: 'deathCause', is: [1] }],
  },
];

/** What every form ends with. */
export const NOTE_FIELD: FormField = { key: 'note', label: '说明', section: 'note', kind: 'text', most: 1000 };
