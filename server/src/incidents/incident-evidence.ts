import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { countConducts, readIncidentsOf, type ConductCount, type IncidentFact, type SpanOf } from './incidents.store.ts';

/** Incidents as facts: what an appraisal looks at, when they were first reported and by whom; and what indicators count. */
@Injectable()
export class IncidentEvidence {
  /** One list for each span, in their order. */
  list(reader: Reader, spans: readonly SpanOf[]): Promise<IncidentFact[][]> {
    return readIncidentsOf(reader, spans);
  }

  /** How many incidents of each kind doctor or police found in these areas, by the last decision on each, and how many times it happened. */
  counts(reader: Reader, where: { areas: readonly Id[]; from: CalendarDate; to: CalendarDate }): Promise<ConductCount[]> {
    return countConducts(reader, where);
  }
}
