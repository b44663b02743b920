import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';

export type SpanOf = { readonly patientId: Id; readonly from: CalendarDate; readonly to: CalendarDate };
/** An incident by its first report, and everybody who reported it. */
export type ReportedIncident = { readonly happenedAt: Date; readonly reportedAt: Date; readonly reportedBy: readonly Id[] };

/** Incidents of each span, oldest first, in the order of the spans. */
export async function reportedIncidents(reader: Reader, spans: readonly SpanOf[]): Promise<ReportedIncident[][]> {
  const rows = await reader.sql<ReportedIncident & { place: number }>(
    `SELECT span.place, incident.happened_at AS "happenedAt", incident.reported_at AS "reportedAt",
       array_prepend(incident.reported_by, ARRAY(
         SELECT report.reported_by FROM incident_report AS report WHERE report.county_id = $1 AND report.incident_id = incident.id)) AS "reportedBy"
     FROM unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS span (patient_id, from_on, to_on, place)
     JOIN incident ON incident.county_id = $1 AND incident.patient_id = span.patient_id
       AND (incident.happened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN span.from_on AND span.to_on
     ORDER BY span.place, incident.happened_at`,
    [reader.countyId, spans.map(span => span.patientId), spans.map(span => span.from), spans.map(span => span.to)],
  );
  return spans.map((_, index) => rows.filter(row => row.place === index + 1));
}
