import type { Proposal } from '@guanhu/shared/assessment/classification.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { VisitWorkPolicy } from '@guanhu/shared/policy/visit-work.terms';
import { absorbed, fieldsFrom } from '@guanhu/shared/visits/absorb.rules';
import type { FormAnswers } from '@guanhu/shared/visits/answers.rules';
import { scoreOf } from '@guanhu/shared/visits/score.rules';
import type { NationalRecord, QuickRecord } from '@guanhu/shared/visits/visit-record.terms';
import type { recordVisitContract } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import type { CallOf } from '../platform/http/endpoint.ts';
import { requireScoreSheet } from './visit-forms.ts';
import { readWholeVisit, type VisitDetails, type VisitRow } from './visits.store.ts';

/** The body of a record as the contract let it in. */
export type RecordBody = CallOf<typeof recordVisitContract>['body'];

/** What is kept beside the answers of a form: where they come from, and what was made of them. */
@Injectable()
export class VisitDetailsOf {
  /** @throws Refusal VISIT_SOURCE_UNKNOWN, INPUT_INVALID */
  async of(
    tx: Tx,
    vault: CountyVault,
    visit: VisitRow,
    record: NationalRecord | QuickRecord,
    body: RecordBody,
    { proposed, work }: { proposed: Proposal | null; work: VisitWorkPolicy },
  ): Promise<VisitDetails> {
    return {
      proposed,
      lateReason: body.lateReason ?? null,
      absorbed: body.absorbed === undefined ? null : await this.#taken(tx, vault, visit, record, body.absorbed.visitId),
      score: body.score === undefined ? null : scored(body.score, work),
    };
  }

  /** Only what still says the same was taken over: the server compares, the phone only names the source. */
  async #taken(
    tx: Tx,
    vault: CountyVault,
    { patientId }: VisitRow,
    record: NationalRecord | QuickRecord,
    visitId: string,
  ): Promise<VisitDetails['absorbed']> {
    const source = await readWholeVisit(tx, vault, visitId);
    if (source?.patientId !== patientId || source.form !== 'quick' || source.record === null) throw new Refusal('VISIT_SOURCE_UNKNOWN');
    return { visitId, fields: fieldsFrom(absorbed(source.record as QuickRecord), record) };
  }
}

function scored(answers: FormAnswers, work: VisitWorkPolicy): VisitDetails['score'] {
  requireScoreSheet(answers);
  const score = scoreOf(answers, work);
  return score ? { ...score, answers } : null;
}
