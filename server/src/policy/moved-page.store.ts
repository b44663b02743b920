/*
 * What statements about the patients whom a change moves have in common. They name `patient` and its village as `area`; $1 is the county, $2
 * the day, $3 the one township ($4: or all but these) that the policy is for.
 */

/** SQL: the patient lives where the policy holds. */
export const UNDER = '($3::uuid IS NULL OR patient.township_id = $3) AND patient.township_id <> ALL($4::uuid[])';

/** SQL: in the reader's areas, or on whose team the reader has a seat; after an id, in the order of the ids. */
export const scopedPage = (areas: string, seats: string, after: string, limit: string): string => `
  (${after}::uuid IS NULL OR patient.id > ${after}) AND (area.path && ${areas}::uuid[] OR EXISTS (
    SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
      AND team_seat.person_id = ANY(${seats}::uuid[]) AND team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)))
  ORDER BY patient.id LIMIT ${limit}`;
