import { CALL_OUTCOMES } from '../agenda/agenda.terms.ts';
import { INCIDENT_KINDS } from '../incidents/incidents.terms.ts';
import { MEDICATION_ANSWERS, NOT_TAKEN_REASONS } from '../medication/medication.terms.ts';
import { answersInWords } from '../visits/answer-words.rules.ts';
import { ROLL_CALL_RESULTS } from '../visits/special-period.terms.ts';
import { RECORD_FORMS, type RecordForm } from '../visits/visit-record.terms.ts';

type WrittenLine = { readonly label: string; readonly words: string };

/** What the fields of a phone's writes are called; one that is not here is shown under its own name rather than left out. */
const LABELS: Readonly<Record<string, string>> = {
  on: '哪一天',
  at: '什么时候',
  happenedAt: '发生时间',
  finishedAt: '办完时间',
  answer: '吃药',
  why: '为什么',
  kind: '情况',
  result: '结果',
  outcome: '结果',
  note: '备注',
  description: '说明',
  words: '内容',
  reason: '理由',
  lateReason: '补记的原因',
  place: '位置',
  form: '表格',
};
/** The words of a code, by its field. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answer: MEDICATION_ANSWERS,
  why: NOT_TAKEN_REASONS,
  kind: INCIDENT_KINDS,
  result: ROLL_CALL_RESULTS,
  outcome: CALL_OUTCOMES,
  form: RECORD_FORMS,
};
/** What carries a write and tells nobody anything. */
const CARRIERS = /^(version|edition|content)$|Id$/;

/** What somebody wrote on a phone, in words and in the order in which it was written; nothing that was typed is left out. */
export function writtenInWords(body: Readonly<Record<string, unknown>>): readonly WrittenLine[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (CARRIERS.test(name) || value === null || value === undefined) return [];
    if (name === 'record' && isForm(body['form']) && typeof value === 'object')
      return answersInWords(body['form'], [], value as Readonly<Record<string, never>>).map(({ label, words }) => ({ label, words }));
    return [{ label: LABELS[name] ?? name, words: inWords(CODES[name], value) }];
  });
}

const isForm = (form: unknown): form is RecordForm => typeof form === 'string' && Object.hasOwn(RECORD_FORMS, form);

function inWords(codes: Readonly<Record<string, string>> | undefined, value: unknown): string {
  if (typeof value === 'string') return codes && Object.hasOwn(codes, value) ? (codes[value] ?? value) : value;
  return typeof value === 'boolean' ? (value ? '是' : '否') : JSON.stringify(value);
}

/** The picture that a write carries; undefined when there is none. */
export function pictureOf({ content }: Readonly<Record<string, unknown>>): { readonly type: string; readonly base64: string } | undefined {
  if (typeof content !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(content)) return undefined;
  if (content.startsWith('/9j/')) return { type: 'image/jpeg', base64: content };
  return content.startsWith('iVBORw0KGgo') ? { type: 'image/png', base64: content } : undefined;
}
