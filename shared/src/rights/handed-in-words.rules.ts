import { CALL_OUTCOMES } from '../agenda/agenda.terms.ts';
import { APPRAISAL_OUTCOMES, DUTY_CLAUSES } from '../appraisal/appraisal.terms.ts';
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
  tappedAt: '点下的时间',
  answer: '吃药',
  why: '为什么',
  kind: '情况',
  result: '结果',
  outcome: '结果',
  note: '备注',
  description: '说明',
  words: '内容',
  guardianHeardOn: '听监护人说的日期',
  livesTogether: '住在一起',
  reallyCares: '在照看',
  from: '从',
  to: '到',
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
  outcome: { ...CALL_OUTCOMES, ...APPRAISAL_OUTCOMES },
  form: RECORD_FORMS,
};
/** What carries a write and tells nobody anything. */
const CARRIERS = /^(version|edition|content|voice|files)$|Id$/;

/** What somebody wrote on a phone, in words and in the order in which it was written; nothing that was typed is left out. */
export function writtenInWords(body: Readonly<Record<string, unknown>>): readonly WrittenLine[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (CARRIERS.test(name) || value === null || value === undefined) return [];
    if (name === 'record' && isForm(body['form']) && typeof value === 'object')
      return answersInWords(body['form'], [], value as Readonly<Record<string, never>>).map(({ label, words }) => ({ label, words }));
    if (name === 'breaches' && Array.isArray(value)) return value.map(breachInWords);
    return [{ label: LABELS[name] ?? name, words: inWords(CODES[name], value) }];
  });
}

/** A clause of the guardian's duties that somebody found unkept, with what shows it. */
function breachInWords(breach: unknown): WrittenLine {
  const { clause, evidence } = (breach ?? {}) as { readonly clause?: unknown; readonly evidence?: unknown };
  return { label: `没做到：${inWords(DUTY_CLAUSES, clause ?? '')}`, words: inWords(undefined, evidence ?? '') };
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

/** What somebody said instead of typing it; undefined when they said nothing. */
export function recordingOf({ voice }: Readonly<Record<string, unknown>>): { readonly type: string; readonly base64: string } | undefined {
  const content: unknown = typeof voice === 'object' && voice !== null ? (voice as { readonly content?: unknown }).content : voice;
  if (typeof content !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(content)) return undefined;
  return { type: content.startsWith('UklGR') ? 'audio/wav' : 'audio/mpeg', base64: content };
}
