import type { FormField, FormOption } from '../policy/form-field.terms.ts';
import { fieldsOf, type FormAnswers } from './answers.rules.ts';
import type { DrugLine, RecordForm } from './visit-record.terms.ts';

/** One answered field as people read it. */
export type AnswerLine = { readonly key: string; readonly label: string; readonly section: string; readonly words: string };

/** The answers of a form in words, in the order of its fields; a blank has no line. */
export function answersInWords(form: RecordForm, local: readonly FormField[], answers: FormAnswers): readonly AnswerLine[] {
  return fieldsOf(form, local).flatMap(field => {
    const answer = answers[field.key];
    return answer === undefined ? [] : [{ key: field.key, label: field.label, section: field.section, words: inWords(field, answer) }];
  });
}

const labelOf = (options: readonly FormOption[] = [], code: unknown): string => options.find(option => option.code === code)?.label ?? '';

function inWords({ kind, options, rows = [] }: FormField, answer: unknown): string {
  switch (kind) {
    case 'choice':
      return labelOf(options, answer);
    case 'choices': {
      const codes = answer as readonly unknown[];
      return codes.length === 0 ? '没有' : codes.map(code => labelOf(options, code)).join('、');
    }
    case 'choiceGroup': {
      const given = answer as Readonly<Record<string, unknown>>;
      return rows
        .filter(row => given[row.key] !== undefined)
        .map(row => `${row.label}${labelOf(row.options ?? options, given[row.key])}`)
        .join('、');
    }
    case 'countGroup': {
      const counts = answer as Readonly<Record<string, number>>;
      const happened = rows.filter(row => (counts[row.key] ?? 0) > 0).map(row => `${row.label} ${String(counts[row.key])} 次`);
      return happened.length === 0 ? '无' : happened.join('、');
    }
    case 'yesNo':
      return answer === true ? '有' : '没有';
    case 'drugs':
      return (answer as readonly DrugLine[]).map(drugInWords).join('；');
    default:
      return String(answer);
  }
}

const DAY_PARTS = [
  ['morningMg', '早'],
  ['noonMg', '中'],
  ['eveningMg', '晚'],
] as const;
function drugInWords(drug: DrugLine): string {
  const daily = DAY_PARTS.flatMap(([part, words]) => (drug[part] === undefined ? [] : [`${words}${String(drug[part])}毫克`]));
  const long =
    drug.everyWeeks === undefined ? [] : [`每${String(drug.everyWeeks)}周${drug.eachMg === undefined ? '' : `${String(drug.eachMg)}毫克`}`];
  return [drug.name, ...daily, ...long].join(' ');
}
