import { Refusal } from '@guanhu/shared/kernel/decision';
import type { FormField } from '@guanhu/shared/policy/form-field.terms';
import { faultsOfAnswers, fieldsOf, type FormAnswers } from '@guanhu/shared/visits/answers.rules';
import { NATIONAL_EDITION } from '@guanhu/shared/visits/national-form.terms';
import { SCORE_FIELDS } from '@guanhu/shared/visits/score-form.terms';
import type { NationalRecord, QuickRecord, RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import type { Edition } from './visits.store.ts';

/** The national record alone, as it is without a county's additions. */
const BARE: Edition = { national: NATIONAL_EDITION, local: 0 };

/** The forms of visits: the national one with what the county has added to it, by edition. */
@Injectable()
export class VisitForms {
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(policies: Policies, clock: Clock) {
    this.#policies = policies;
    this.#clock = clock;
  }

  /** The edition of today. */
  async current(reader: Reader): Promise<{ edition: Edition; localFields: readonly FormField[] }> {
    const { seq, policy } = await this.#policies.versionInForce(reader, 'visitForm', this.#clock.today(), 'county');
    return { edition: { national: NATIONAL_EDITION, local: seq }, localFields: policy.fields };
  }

  /** What the county had added in that edition; undefined when it never had one. */
  async localFields(reader: Reader, local: number): Promise<readonly FormField[] | undefined> {
    return (await this.#policies.numbered(reader, 'visitForm', local))?.policy.fields;
  }

  /**
   * What was filled in, checked against the edition it was filled in by: a phone without signal may come with one of last week.
   * @throws Refusal VISIT_FORM_UNKNOWN, INPUT_INVALID with the fields that are wrong.
   */
  async check(
    reader: Reader,
    body: { form?: RecordForm | undefined; edition?: Edition | undefined; record: FormAnswers },
  ): Promise<{ form: RecordForm; edition: Edition; record: NationalRecord | QuickRecord }> {
    const { form = 'national', edition = BARE } = body;
    const local = edition.national === NATIONAL_EDITION ? await this.localFields(reader, edition.local) : undefined;
    if (local === undefined) throw new Refusal('VISIT_FORM_UNKNOWN');
    const answers = trimmed(body.record);
    requireFitting('record', fieldsOf(form, local), answers);
    return { form, edition, record: answers as unknown as NationalRecord | QuickRecord };
  }
}

/** @throws Refusal INPUT_INVALID */
export function requireScoreSheet(answers: FormAnswers): void {
  requireFitting('score', SCORE_FIELDS, answers);
}

function requireFitting(name: string, fields: readonly FormField[], answers: FormAnswers): void {
  const faults = faultsOfAnswers(fields, answers);
  // The name of an unknown field is text from outside: it is not repeated.
  if (faults.length > 0)
    throw new Refusal('INPUT_INVALID', [...new Set(faults.map(({ field, why }) => `body.${name}${why === 'unknown' ? '' : `.${field}`}`))]);
}

const trimmed = (answers: FormAnswers): FormAnswers =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]));
