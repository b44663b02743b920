import { Injectable } from '@nestjs/common';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';
import { visitsWithin, type SpanOf } from './visits.store.ts';

/** What an appraisal counts: visits that were done. */
@Injectable()
export class VisitEvidence {
  /** One list of visits for each span, in their order. */
  list(reader: Reader, spans: readonly SpanOf[]): Promise<Id[][]> {
    return visitsWithin(reader, spans);
  }
}
