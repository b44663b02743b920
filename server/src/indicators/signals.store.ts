import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { mapSpread, ownOf, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import type { Tx } from '../platform/database/database.ts';

/** Whose doctor's and whose other visits go on: a seat that pauses is not overdue. */
const GOES_ON = `CASE WHEN due.seat = 'doctor' THEN 'clinical' ELSE 'watch' END = ANY(patient.care)`;
const LATE = 'min(due.overdue_after)';

/** Reports come after what happened: what lies before them is not read. An hour that two clocks disagree about costs nobody their place. */
const REPORTED_SINCE = `reported_at > ($2::date - $8::int)::timestamp AT TIME ZONE 'Asia/Shanghai' - interval '1 day'`;

/**
 * Every signal that holds on the day $2, with the day of its cause: the same cause is the same warning tomorrow. Who is open, and only they:
 * somebody whose file is closed, or who is only suspected, has none. A signal of the history begins with whom the last days are about, by an
 * index on the day, and looks further back only into their own rows: what a county has gathered in ten years makes no morning longer.
 * Bands are those of the county ($3, most serious first), but where a township has its own ($11 and $12, keys apart by a space).
 * (Not `coalesce`: behind row-level security PostgreSQL takes it for something that could leak, and would not look it up in the index.)
 */
export const SIGNALS = `
  SELECT id AS patient_id, 'medicineStopped' AS kind, on_day AS since, NULL::int AS days, NULL::int AS times, 2 AS grade
  FROM found_adherence WHERE county_id = $1 AND adherence = 3
  UNION ALL
  SELECT recent.id, 'bandUp', newest.on_day, NULL, NULL, CASE WHEN newest.place = 1 THEN 3 ELSE 2 END
  FROM standing AS recent JOIN patient AS home ON home.county_id = $1 AND home.id = recent.id
  CROSS JOIN LATERAL (SELECT coalesce((SELECT string_to_array(own.bands, ' ') FROM unnest($11::uuid[], $12::text[]) AS own (township_id, bands)
    WHERE own.township_id = home.township_id), $3::text[]) AS bands) AS ladder
  CROSS JOIN LATERAL (
    SELECT on_day, array_position(ladder.bands, band) AS place, array_position(ladder.bands, lead(band) OVER told) AS before,
      row_number() OVER told AS back
    FROM rating WHERE rating.county_id = $1 AND rating.patient_id = recent.id AND band IS NOT NULL
    WINDOW told AS (ORDER BY rated_at DESC, id DESC)
  ) AS newest
  WHERE recent.county_id = $1 AND recent.band_on > $2::date - $4::int AND newest.back = 1 AND newest.place < newest.before
    AND newest.on_day > $2::date - $4::int
  UNION ALL
  SELECT due.patient_id, 'overdue', ${LATE} + 1, NULL, NULL, CASE WHEN $2::date - ${LATE} > 3 * $5::int THEN 3 ELSE 1 END
  FROM visit_due AS due JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND ${GOES_ON}
  WHERE due.county_id = $1 AND due.overdue_after < $2::date - $5::int GROUP BY due.patient_id
  UNION ALL
  SELECT recent.patient_id, 'missedVisits', streak.since, NULL, streak.times, 2
  FROM (SELECT DISTINCT patient_id FROM visit WHERE county_id = $1 AND result = 'missed' AND on_day > $2::date - $10::int) AS recent
  LEFT JOIN LATERAL (
    SELECT at FROM visit AS found WHERE found.county_id = $1 AND found.patient_id = recent.patient_id AND found.result <> 'missed'
    ORDER BY at DESC, id DESC LIMIT 1
  ) AS met ON true
  CROSS JOIN LATERAL (
    SELECT min(on_day) AS since, count(*)::int AS times FROM visit
    WHERE visit.county_id = $1 AND visit.patient_id = recent.patient_id AND result = 'missed'
      AND at > CASE WHEN met.at IS NULL THEN '-infinity' ELSE met.at END
  ) AS streak WHERE streak.times >= $6::int
  UNION ALL
  SELECT patient_id, 'incidentCluster', max((happened_at AT TIME ZONE 'Asia/Shanghai')::date), $8::int, count(*)::int, 3 FROM incident
  WHERE county_id = $1 AND patient_id IS NOT NULL AND same_as IS NULL AND ${REPORTED_SINCE}
    AND (happened_at AT TIME ZONE 'Asia/Shanghai')::date > $2::date - $8::int
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

/** The keys of the bands of a county and of its townships with their own, the most serious first. */
type BandKeys = Spread<readonly string[]>;

/** The parameters of `SIGNALS`. */
export function signalsOf(
  tx: Pick<Tx, 'countyId'>,
  day: CalendarDate,
  { warnings }: IndicatorPolicy,
  bands: BandKeys,
  now: Date,
): readonly unknown[] {
  const { bandUpDays, overdueDays, missedVisits, missedDays, clusterIncidents, clusterDays } = warnings;
  const figures = [bandUpDays, overdueDays, missedVisits, clusterIncidents, clusterDays];
  return [tx.countyId, day, bands.county, ...figures, now, missedDays, ...ownOf(mapSpread(bands, keys => keys.join(' ')))];
}

/** Raises what is new, grades anew what goes on, and takes back what is over: one statement for a county. */
export async function followSignals(tx: Tx, day: CalendarDate, policy: IndicatorPolicy, bands: BandKeys, now: Date): Promise<void> {
  await tx.sqlOfMany(FOLLOW, signalsOf(tx, day, policy, bands, now));
}
