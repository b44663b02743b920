import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Tx } from '../platform/database/database.ts';

/** Whose doctor's and whose other visits go on: a seat that pauses is not overdue. */
const GOES_ON = `CASE WHEN due.seat = 'doctor' THEN 'clinical' ELSE 'watch' END = ANY(patient.care)`;
const LATE = 'min(due.overdue_after)';

/**
 * Every signal that holds on the day $2, with the day of its cause: the same cause is the same warning tomorrow. Who is open, and only they:
 * somebody whose file is closed, or who is only suspected, has none.
 */
const SIGNALS = `
  SELECT id AS patient_id, 'medicineStopped' AS kind, on_day AS since, NULL::int AS days, NULL::int AS times, 2 AS grade
  FROM found_adherence WHERE county_id = $1 AND adherence = 3
  UNION ALL
  SELECT patient_id, 'bandUp', on_day, NULL, NULL, CASE WHEN place = 1 THEN 3 ELSE 2 END FROM (
    SELECT patient_id, on_day, array_position($3::text[], band) AS place,
      array_position($3::text[], lead(band) OVER told) AS before, row_number() OVER told AS back
    FROM rating WHERE county_id = $1 AND band IS NOT NULL AND EXISTS (
      SELECT FROM rating AS recent WHERE recent.county_id = $1 AND recent.patient_id = rating.patient_id AND recent.on_day > $2::date - $4::int)
    WINDOW told AS (PARTITION BY patient_id ORDER BY rated_at DESC, id DESC)
  ) AS rated WHERE back = 1 AND place < before AND on_day > $2::date - $4::int
  UNION ALL
  SELECT due.patient_id, 'overdue', ${LATE} + 1, NULL, NULL, CASE WHEN $2::date - ${LATE} > 3 * $5::int THEN 3 ELSE 1 END
  FROM visit_due AS due JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND ${GOES_ON}
  WHERE due.county_id = $1 AND due.overdue_after < $2::date - $5::int GROUP BY due.patient_id
  UNION ALL
  SELECT patient_id, 'missedVisits', min(on_day), NULL, count(*)::int, 2 FROM visit
  WHERE county_id = $1 AND result = 'missed' AND NOT EXISTS (
    SELECT FROM visit AS met WHERE met.county_id = $1 AND met.patient_id = visit.patient_id AND met.result <> 'missed' AND met.at > visit.at)
  GROUP BY patient_id HAVING count(*) >= $6::int
  UNION ALL
  SELECT patient_id, 'incidentCluster', max((happened_at AT TIME ZONE 'Asia/Shanghai')::date), $8::int, count(*)::int, 3 FROM incident
  WHERE county_id = $1 AND patient_id IS NOT NULL AND same_as IS NULL AND (happened_at AT TIME ZONE 'Asia/Shanghai')::date > $2::date - $8::int
  GROUP BY patient_id HAVING count(*) >= $7::int
  UNION ALL
  SELECT id, 'guardianLost', coalesce(
    (SELECT max(until) + 1 FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = patient.id),
    (created_at AT TIME ZONE 'Asia/Shanghai')::date), NULL, NULL, 2
  FROM patient WHERE county_id = $1 AND 'contact' = ANY(care) AND NOT EXISTS (
    SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = patient.id AND since <= $2::date
      AND (until IS NULL OR until >= $2::date))`;

/** Where the same cause was over and is there again, it waits once more; what somebody has closed stays closed. */
const FOLLOW = `
  WITH signal AS MATERIALIZED (
    SELECT signal.*, standing.risk, least(3, signal.grade + CASE WHEN standing.risk >= 3 THEN 1 ELSE 0 END) AS graded FROM (${SIGNALS}) AS signal
    JOIN patient ON patient.county_id = $1 AND patient.id = signal.patient_id AND cardinality(patient.care) > 0 AND patient.state <> 'suspected'
    LEFT JOIN standing ON standing.county_id = $1 AND standing.id = signal.patient_id
  ), raised AS (
    INSERT INTO early_warning AS kept (county_id, id, patient_id, kind, grade, since, days, times, risk, raised_at)
    SELECT $1, new_id(), patient_id, kind, graded, since, days, times, risk, $9::timestamptz FROM signal
    ON CONFLICT (county_id, patient_id, kind, since) DO UPDATE SET grade = excluded.grade, days = excluded.days, times = excluded.times,
      risk = excluded.risk, state = CASE kept.state WHEN 'over' THEN 'open' ELSE kept.state END,
      closed_at = CASE kept.state WHEN 'over' THEN NULL ELSE kept.closed_at END,
      acknowledged_at = CASE kept.state WHEN 'over' THEN NULL ELSE kept.acknowledged_at END,
      acknowledged_by = CASE kept.state WHEN 'over' THEN NULL ELSE kept.acknowledged_by END, version = kept.version + 1
    WHERE kept.state <> 'closed' AND (kept.state = 'over' OR (kept.grade, kept.days, kept.times, kept.risk) IS DISTINCT FROM
      (excluded.grade, excluded.days, excluded.times, excluded.risk))
  )
  UPDATE early_warning SET state = 'over', closed_at = $9::timestamptz, version = version + 1
  WHERE county_id = $1 AND state IN ('open', 'acknowledged') AND NOT EXISTS (
    SELECT FROM signal WHERE signal.patient_id = early_warning.patient_id AND signal.kind = early_warning.kind AND signal.since = early_warning.since)`;

/** Raises what is new, grades anew what goes on, and takes back what is over: one statement for a county. `bands`: most serious first. */
export async function followSignals(
  tx: Tx,
  day: CalendarDate,
  { warnings }: IndicatorPolicy,
  bands: readonly string[],
  now: Date,
): Promise<void> {
  const { bandUpDays, overdueDays, missedVisits, clusterIncidents, clusterDays } = warnings;
  await tx.sqlOfMany(FOLLOW, [tx.countyId, day, bands, bandUpDays, overdueDays, missedVisits, clusterIncidents, clusterDays, now]);
}
