import { Injectable } from '@nestjs/common';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';
import { readVisits, visitsWithin, type SpanOf, type VisitRow } from './visits.store.ts';

/** What other rooms ask of visits: an appraisal counts those that were done. */
@Injectable()
export class VisitEvidence {
  /** The last ones, newest first. */
  last(reader: Reader, patientId: Id, count: number): Promise<VisitRow[]> {
    return readVisits(reader, patientId, null, count);
  }

  /** One list of visits for each span, in their order. */
  list(reader: Reader, spans: readonly SpanOf[]): Promise<Id[][]> {
    return visitsWithin(reader, spans);
  }
}
