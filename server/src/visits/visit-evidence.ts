import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { countVisits, type SpanOf } from './visits.store.ts';

/** What an appraisal counts: visits that were done. */
@Injectable()
export class VisitEvidence {
  /** One count for each span, in their order. */
  count(reader: Reader, spans: readonly SpanOf[]): Promise<number[]> {
    return countVisits(reader, spans);
  }
}
