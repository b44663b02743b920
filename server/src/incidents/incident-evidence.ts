import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import {
  countConducts,
  readIncidentsOf,
  readReportTimes,
  type ConductCount,
  type IncidentFact,
  type ReportTime,
  type SpanOf,
} from './incidents.store.ts';

type IncidentEvidenceFact = IncidentFact & {
  /** Everybody's, each at the time at which they tapped: a phone without signal hands it in later. */
  readonly reports: readonly { readonly by: Id; readonly at: Date }[];
};

/** Incidents as facts: what an appraisal looks at, when they were reported and by whom; and what indicators count. */
@Injectable()
export class IncidentEvidence {
  /** One list for each span, in their order. */
  async list(reader: Reader, spans: readonly SpanOf[]): Promise<IncidentEvidenceFact[][]> {
    const found = await readIncidentsOf(reader, spans);
    const times = await readReportTimes(reader, [...new Set(found.flat().map(each => each.id))]);
    const of = new Map<Id, ReportTime[]>();
    for (const each of times) of.set(each.incidentId, [...(of.get(each.incidentId) ?? []), each]);
    return found.map(facts =>
      facts.map(fact => ({
        ...fact,
        reports: (of.get(fact.id) ?? []).map(({ reportedBy, tappedAt, reportedAt }) => ({
          by: reportedBy,
          at: actedAt(tappedAt?.toISOString(), reportedAt, fact.happenedAt),
        })),
      })),
    );
  }

  /** How many incidents of each kind doctor or police found in these areas, by the last decision on each, and how many times it happened. */
  counts(reader: Reader, where: { areas: readonly Id[]; from: CalendarDate; to: CalendarDate }): Promise<ConductCount[]> {
    return countConducts(reader, where);
  }
}
