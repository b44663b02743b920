import { isCalendarDate } from '../kernel/calendar-date.ts';
import { isPlain } from '../kernel/typed-text.ts';
import type { FormCondition, FormField, FormOption } from '../policy/form-field.terms.ts';
import { NATIONAL_FIELDS } from './national-form.terms.ts';
import { QUICK_FIELDS } from './quick-form.terms.ts';
import type { RecordForm } from './visit-record.terms.ts';

/** What was filled in, by field; a blank is absent. */
export type FormAnswers = Readonly<Record<string, unknown>>;
/**
 * What is wrong with a form. `unknown`: no such field · `skipped`: answered although it is not asked · `missing`: required and blank ·
 * `wrong`: no answer that the field has.
 */
export type AnswerFault = { readonly field: string; readonly why: 'unknown' | 'skipped' | 'missing' | 'wrong' };

const TEXT = 200;
const COUNT = 999;
const MILLIGRAMS = 100_000;
const WEEKS = 26;
const DRUG_NAME = 40;

/** The fields of a form: the national ones, or the quick ones, with what the county has added to the record. */
export const fieldsOf = (form: RecordForm, local: readonly FormField[]): readonly FormField[] => {
  if (form === 'quick') return QUICK_FIELDS;
  const at = NATIONAL_FIELDS.findIndex(field => field.section === 'decision');
  return [...NATIONAL_FIELDS.slice(0, at), ...local, ...NATIONAL_FIELDS.slice(at)];
};

/** Whether a field is asked after these answers (skip logic). */
export const isAsked = ({ when = [] }: FormField, answers: FormAnswers): boolean => when.every(condition => holds(condition, answers));

function holds({ field, is }: FormCondition, answers: FormAnswers): boolean {
  const answer = own(answers, field);
  return (Array.isArray(answer) ? (answer as readonly unknown[]) : [answer]).some(one => is.some(wanted => wanted === one));
}

/** Every fault of a filled-in form, in the order of its fields; none when it can be kept. A blank is never a fault unless required. */
export function faultsOfAnswers(fields: readonly FormField[], answers: FormAnswers): readonly AnswerFault[] {
  const known = new Set(fields.map(field => field.key));
  const unknown = Object.keys(answers).filter(key => !known.has(key));
  return [
    ...fields.flatMap((field): AnswerFault[] => {
      const why = faultOf(field, answers);
      return why === null ? [] : [{ field: field.key, why }];
    }),
    ...unknown.map(field => ({ field, why: 'unknown' as const })),
  ];
}

function faultOf(field: FormField, answers: FormAnswers): AnswerFault['why'] | null {
  const answer = own(answers, field.key);
  const asked = isAsked(field, answers);
  if (answer === undefined) return asked && field.required === true ? 'missing' : null;
  if (!asked) return 'skipped';
  return isAnswer(field, answer) ? null : 'wrong';
}

/** Leaves out what the answers no longer ask for; somebody went back and chose otherwise. */
export function withoutSkipped(fields: readonly FormField[], answers: FormAnswers): FormAnswers {
  let left = answers;
  for (const field of fields)
    if (own(left, field.key) !== undefined && !isAsked(field, left))
      left = Object.fromEntries(Object.entries(left).filter(([key]) => key !== field.key));
  return left;
}

function isAnswer(field: FormField, answer: unknown): boolean {
  const { kind, options = [], rows = [], mayBeNone = false, most, least } = field;
  switch (kind) {
    case 'choice':
      return isOption(options, answer);
    case 'choices':
      return (
        Array.isArray(answer) &&
        (mayBeNone || answer.length > 0) &&
        new Set(answer).size === answer.length &&
        answer.every(one => isOption(options, one))
      );
    case 'choiceGroup':
      return isGroup(rows, answer, (value, row) => isOption(row.options ?? options, value));
    case 'countGroup':
      return isGroup(rows, answer, value => isWhole(value, 0, COUNT));
    case 'yesNo':
      return typeof answer === 'boolean';
    case 'day':
      return typeof answer === 'string' && isCalendarDate(answer);
    case 'text':
      return isText(answer, most ?? TEXT);
    case 'number':
      return isWhole(answer, least ?? 0, most ?? Number.MAX_SAFE_INTEGER);
    case 'drugs':
      return Array.isArray(answer) && answer.length > 0 && answer.length <= (most ?? 3) && answer.every(isDrug);
  }
}

const own = (answers: FormAnswers, key: string): unknown => (Object.keys(answers).includes(key) ? answers[key] : undefined);
const isOption = (options: readonly FormOption[], answer: unknown): boolean => options.some(option => option.code === answer);
const isWhole = (answer: unknown, least: number, most: number): boolean =>
  typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= least && answer <= most;
const isText = (answer: unknown, most: number): boolean =>
  typeof answer === 'string' && answer.trim() !== '' && answer.length <= most && isPlain(answer);
const isObject = (answer: unknown): answer is Readonly<Record<string, unknown>> =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

type Row = NonNullable<FormField['rows']>[number];
const isGroup = (rows: readonly Row[], answer: unknown, fits: (value: unknown, row: Row) => boolean): boolean =>
  isObject(answer) &&
  Object.entries(answer).every(([key, value]) => {
    const row = rows.find(each => each.key === key);
    return row !== undefined && fits(value, row);
  });

const DRUG_PARTS = new Map<string, (value: unknown) => boolean>([
  ['name', value => isText(value, DRUG_NAME)],
  ['morningMg', isMilligrams],
  ['noonMg', isMilligrams],
  ['eveningMg', isMilligrams],
  ['everyWeeks', value => isWhole(value, 1, WEEKS)],
  ['eachMg', isMilligrams],
]);
function isMilligrams(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= MILLIGRAMS;
}
const isDrug = (drug: unknown): boolean =>
  isObject(drug) && 'name' in drug && Object.entries(drug).every(([key, value]) => DRUG_PARTS.get(key)?.(value) === true);
