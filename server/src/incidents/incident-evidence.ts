import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { readIncidentsOf, type IncidentFact, type SpanOf } from './incidents.store.ts';

/** What an appraisal looks at: incidents, when they were first reported, and by whom. */
@Injectable()
export class IncidentEvidence {
  /** One list for each span, in their order. */
  list(reader: Reader, spans: readonly SpanOf[]): Promise<IncidentFact[][]> {
    return readIncidentsOf(reader, spans);
  }
}
