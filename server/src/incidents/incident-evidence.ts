import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { reportedIncidents, type ReportedIncident, type SpanOf } from './incident-evidence.store.ts';

/** What an appraisal looks at: what happened, and who reported it when. */
@Injectable()
export class IncidentEvidence {
  /** One list for each span, in their order. */
  list(reader: Reader, spans: readonly SpanOf[]): Promise<ReportedIncident[][]> {
    return reportedIncidents(reader, spans);
  }
}
