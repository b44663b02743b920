import type { FormField, FormOption } from '../policy/form-field.terms.ts';
import { fieldsOf, type FormAnswers } from './answers.rules.ts';
import type { DrugLine, RecordForm } from './visit-record.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

const SAID = inLanguage(
  {
    noneOf: '没有',
    nothing: '无',
    yes: '有',
    no: '没有',
    listMark: '、',
    clauseMark: '；',
    morning: '早',
    noon: '中',
    evening: '晚',
    rowIs: (row: string, answer: string) => `${row}${answer}`,
    times: (row: string, times: number) => `${row} ${times} 次`,
    dose: (time: string, mg: number) => `${time}${mg}毫克`,
    every: (weeks: number, mg: number | undefined) => `每${weeks}周${mg === undefined ? '' : `${mg}毫克`}`,
  },
  { en: en.ANSWERS_SAID },
);

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
      return codes.length === 0 ? SAID.noneOf : codes.map(code => labelOf(options, code)).join(SAID.listMark);
    }
    case 'choiceGroup': {
      const given = answer as Readonly<Record<string, unknown>>;
      return rows
        .filter(row => given[row.key] !== undefined)
        .map(row => SAID.rowIs(row.label, labelOf(row.options ?? options, given[row.key])))
        .join(SAID.listMark);
    }
    case 'countGroup': {
      const counts = answer as Readonly<Record<string, number>>;
      const happened = rows.filter(row => (counts[row.key] ?? 0) > 0).map(row => SAID.times(row.label, counts[row.key] ?? 0));
      return happened.length === 0 ? SAID.nothing : happened.join(SAID.listMark);
    }
    case 'yesNo':
      return answer === true ? SAID.yes : SAID.no;
    case 'drugs':
      return (answer as readonly DrugLine[]).map(drugInWords).join(SAID.clauseMark);
    default:
      return String(answer);
  }
}

const DAY_PARTS = [
  ['morningMg', SAID.morning],
  ['noonMg', SAID.noon],
  ['eveningMg', SAID.evening],
] as const;
function drugInWords(drug: DrugLine): string {
  const daily = DAY_PARTS.flatMap(([part, words]) => (drug[part] === undefined ? [] : [SAID.dose(words, drug[part])]));
  const long = drug.everyWeeks === undefined ? [] : [SAID.every(drug.everyWeeks, drug.eachMg)];
  return [drug.name, ...daily, ...long].join(' ');
}
