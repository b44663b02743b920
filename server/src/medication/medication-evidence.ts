import type { AnswerCounts } from '@guanhu/shared/medication/adherence.rules';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { countAnswers, type SpanOf } from './medication.store.ts';

/** What an appraisal counts: answers by kind, and ordered days without one. */
@Injectable()
export class MedicationEvidence {
  /** One count for each span, in their order. */
  count(reader: Reader, spans: readonly SpanOf[]): Promise<AnswerCounts[]> {
    return countAnswers(reader, spans);
  }
}
