import type { KeyGroupFacts } from '@guanhu/shared/indicators/key-groups.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { AnsweredFact } from '@guanhu/shared/relief/facts.rules';
import type { Benefit } from '@guanhu/shared/relief/relief.terms';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';

export type KeyGroupRow = KeyGroupFacts & {
  readonly id: Id;
  readonly state: PatientState;
  readonly villageName: string;
  readonly nameSealed: Buffer;
  /** Benefits that the ledger of relief holds today, and what the family answered last. */
  readonly held: readonly Benefit[];
  readonly answers: readonly AnsweredFact[];
};

/** Patients in care within a scope, by id, with what the groups are told from. $1 is the county, $2 the day. */
export const readKeyGroupFacts = (
  reader: Reader,
  asked: { today: CalendarDate; scope: Scope; after: Id | null; limit: number },
): Promise<KeyGroupRow[]> =>
  reader.sql(
    `SELECT patient.id, patient.state, area.name AS "villageName", patient.name_sealed AS "nameSealed",
       greatest(
         (SELECT max(comes_on) FROM release_notice WHERE release_notice.county_id = $1 AND release_notice.patient_id = patient.id AND comes_on <= $2::date),
         (SELECT max(discharged_on) FROM admission WHERE admission.county_id = $1 AND admission.patient_id = patient.id AND discharged_on <= $2::date)
       ) AS "homeOn",
       (SELECT adherence FROM found_adherence WHERE found_adherence.county_id = $1 AND found_adherence.id = patient.id) AS adherence,
       (SELECT runs_out_on FROM regimen WHERE regimen.county_id = $1 AND regimen.patient_id = patient.id AND regimen.since <= $2::date
          AND (regimen.until IS NULL OR regimen.until >= $2::date) ORDER BY regimen.since DESC, regimen.id DESC LIMIT 1) AS "runsOutOn",
       (SELECT guardianship FROM visit WHERE visit.county_id = $1 AND visit.patient_id = patient.id AND guardianship IS NOT NULL
          ORDER BY visit.at DESC, visit.id DESC LIMIT 1) AS duty,
       guarded.guardians, guarded.wards,
       ARRAY(SELECT DISTINCT benefit FROM relief_grant AS held WHERE held.county_id = $1 AND held.patient_id = patient.id
          AND held.from_on <= $2::date AND (held.until_on IS NULL OR held.until_on >= $2::date)) AS held,
       coalesce((SELECT json_agg(json_build_object('fact', latest.fact, 'answer', latest.answer, 'on', (latest.at AT TIME ZONE 'Asia/Shanghai')::date)) FROM (
          SELECT DISTINCT ON (fact) fact, answer, at FROM relief_answer AS told WHERE told.county_id = $1 AND told.patient_id = patient.id
          ORDER BY fact, told.id DESC) AS latest), '[]') AS answers
     FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS guardians, coalesce(max(others.wards), 0)::int AS wards FROM guardianship AS guards
       CROSS JOIN LATERAL (SELECT count(DISTINCT beside.patient_id) AS wards FROM guardianship AS beside WHERE beside.county_id = $1
         AND beside.person_id = guards.person_id AND beside.since <= $2::date AND (beside.until IS NULL OR beside.until >= $2::date)) AS others
       WHERE guards.county_id = $1 AND guards.patient_id = patient.id AND guards.since <= $2::date AND (guards.until IS NULL OR guards.until >= $2::date)
     ) AS guarded
     WHERE patient.county_id = $1 AND cardinality(patient.care) > 0 AND patient.state <> 'suspected' AND ($3::uuid IS NULL OR patient.id > $3)
       AND (area.path && $4::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
           AND team_seat.person_id = ANY($5::uuid[]) AND team_seat.since <= $2::date AND (team_seat.until IS NULL OR team_seat.until >= $2::date)))
     ORDER BY patient.id LIMIT $6`,
    [reader.countyId, asked.today, asked.after, asked.scope.areas, asked.scope.seats, asked.limit],
  );
