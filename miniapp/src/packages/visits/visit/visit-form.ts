import { overrideLacksReason, proposeClass, type Proposal } from '@guanhu/shared/assessment/classification.rules';
import type { FormField } from '@guanhu/shared/policy/form-field.terms';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import { faultsOfAnswers, fieldsOf, isAsked, withoutSkipped, type FormAnswers } from '@guanhu/shared/visits/answers.rules';
import { RECORD_SECTIONS, type RecordSection } from '@guanhu/shared/visits/national-form.terms';
import type { DoneRecord, RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import { visitsWords } from '../../../words/visits.ts';

/** What has been filled in so far: any field of any form, in any order. A blank is absent. */
export type Answers = FormAnswers;
export type Faults = Readonly<Record<string, string>>;
/** Which form is filled in, with the county's own fields. */
export type FormAsked = { readonly form: RecordForm; readonly local: readonly FormField[] };

/** The class that the findings speak for; undefined on the quick form and until the risk level is known. */
export function proposalOf({ form }: FormAsked, answers: Answers): Proposal | undefined {
  const found = answers as Partial<DoneRecord>;
  if (form !== 'national' || found.result !== 'done' || found.risk === undefined) return undefined;
  return proposeClass({ ...found, risk: found.risk });
}

/** Whether the chosen class differs from the proposed one, so that a reason is asked for. */
export function differs(asked: FormAsked, answers: Answers): boolean {
  const proposal = proposalOf(asked, answers);
  return proposal !== undefined && answers['stability'] !== undefined && answers['stability'] !== proposal.stability;
}

/** What is still missing or cannot be, in words, by field; empty when the record can be sent. */
export function faultsOf(asked: FormAsked, answers: Answers): Faults {
  const kept = filled(asked, answers);
  const faults = faultsOfAnswers(fieldsOf(asked.form, asked.local), kept).map(({ field, why }) => [
    field,
    why === 'missing' ? visitsWords.pleaseChoose : visitsWords.notRight,
  ]);
  const proposal = proposalOf(asked, kept);
  const lacks =
    proposal !== undefined &&
    kept['stability'] !== undefined &&
    overrideLacksReason(proposal.stability, kept['stability'] as Stability, kept['overrideReason'] as string | undefined);
  return Object.fromEntries([...faults, ...(lacks ? [['overrideReason', visitsWords.differsWhy]] : [])]) as Faults;
}

/** The record to send; undefined while something is missing. */
export const recordOf = (asked: FormAsked, answers: Answers): Answers | undefined =>
  Object.keys(faultsOf(asked, answers)).length > 0 ? undefined : filled(asked, answers);

/** Only what this form asks for and what was filled in: the server must not take a blank for an answer. */
function filled(asked: FormAsked, answers: Answers): Answers {
  const fields = fieldsOf(asked.form, asked.local);
  const known = Object.entries(answers).flatMap(([key, value]) => {
    const field = fields.find(each => each.key === key);
    const kept = typeof value === 'string' ? value.trim() : value;
    return field === undefined || isBlank(field, kept) || (key === 'overrideReason' && !differs(asked, answers)) ? [] : [[key, kept]];
  });
  return withoutSkipped(fields, Object.fromEntries(known) as Answers);
}

const isBlank = (field: FormField, value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0 && field.mayBeNone !== true);

/** One part of the form as the page shows it. */
export type FormSection = {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  /** How many of its fields have been filled in. */
  readonly done: number;
  /** Something in it must be filled in. */
  readonly needed: boolean;
};

/** The sections that these answers ask for, with their fields. */
export function sectionsOf({ form, local }: FormAsked, answers: Answers): readonly FormSection[] {
  const asked = fieldsOf(form, local).filter(field => isAsked(field, answers));
  return (Object.keys(RECORD_SECTIONS) as RecordSection[]).flatMap(key => {
    const fields = asked.filter(field => field.section === key);
    if (fields.length === 0) return [];
    const done = fields.filter(field => answers[field.key] !== undefined).length;
    return [{ key, title: RECORD_SECTIONS[key], fields, done, needed: fields.some(field => field.required === true) }];
  });
}
