/** The county's indicators by plain SQL over the history: files, visits, exams. Nothing that is kept with a write is read. $2 is today. */
export const COUNTS_OF_HISTORY = `
  WITH done AS (
    SELECT patient_id, at, id, on_day, form, stability, met, adherence FROM visit
    WHERE county_id = $1 AND result = 'done' AND on_day <= $2::date
  ), complete AS (
    SELECT patient_id, on_day, stability, row_number() OVER (PARTITION BY patient_id ORDER BY at DESC, id DESC) AS back,
      on_day + CASE stability WHEN 'unstable' THEN 14 WHEN 'basicStable' THEN 30 ELSE 90 END AS allowed,
      lead(on_day) OVER (PARTITION BY patient_id ORDER BY at, id) AS next_on
    FROM done WHERE form = 'national'
  ), regular AS (
    SELECT patient_id, bool_or(on_day >= date_trunc('year', $2::date)) AS managed,
      bool_or(CASE WHEN next_on IS NULL THEN allowed < $2::date ELSE next_on >= date_trunc('year', $2::date) AND next_on > allowed END) AS late,
      bool_or(back = 1 AND stability = 'stable' AND on_day >= date_trunc('year', $2::date)) AS stable
    FROM complete GROUP BY patient_id
  ), this_year AS (
    SELECT patient_id, bool_or(met) AS met, (array_agg(adherence ORDER BY at DESC, id DESC) FILTER (WHERE adherence IS NOT NULL))[1] AS adherence
    FROM done WHERE on_day >= date_trunc('year', $2::date) GROUP BY patient_id
  ), examined AS (
    SELECT DISTINCT patient_id FROM health_exam WHERE county_id = $1 AND on_day BETWEEN date_trunc('year', $2::date) AND $2::date
  )
  SELECT count(*)::int AS registered, count(*) FILTER (WHERE managed)::int AS managed,
    count(*) FILTER (WHERE managed AND NOT late)::int AS within_norm, count(*) FILTER (WHERE adherence IN (1, 2))::int AS taking,
    count(*) FILTER (WHERE adherence = 1)::int AS taking_regularly, count(*) FILTER (WHERE managed AND stable)::int AS stable,
    count(*) FILTER (WHERE met)::int AS met, count(examined.patient_id)::int AS examined
  FROM patient LEFT JOIN regular ON regular.patient_id = patient.id LEFT JOIN this_year ON this_year.patient_id = patient.id
    LEFT JOIN examined ON examined.patient_id = patient.id
  WHERE patient.county_id = $1 AND patient.state NOT IN ('suspected', 'notConfirmed', 'deceased', 'movedOut', 'merged')`;
