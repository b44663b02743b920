import { SEAT_ROLES, SEATS, type Seat, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { OFF_LIST } from '@guanhu/shared/care-team/roster.rules';
import type { Sitting } from '@guanhu/shared/care-team/seat-change.rules';
import type { MismatchKind } from '@guanhu/shared/care-team/roster.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { openPatientName } from '../registry/registry.public.ts';

const STAFF_SEATS = Object.keys(SEAT_ROLES) as readonly StaffSeat[];
/** Patients who have a line on the list. */
const LIVE = `patient.state NOT IN (${OFF_LIST.map(state => `'${state}'`).join(', ')})`;
const HELD = 'team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)';

/** Who sits in a seat on `from` or later; rows that were never in force are left out. */
export const lockSittings = (tx: Tx, patientId: Id, post: StaffSeat, from: CalendarDate): Promise<Sitting[]> =>
  tx.sql(
    `SELECT person_id AS "personId", since, until FROM team_seat
     WHERE county_id = $1 AND patient_id = $2 AND post = $3 AND (until IS NULL OR (until >= $4 AND until >= since)) ORDER BY since, id FOR UPDATE`,
    [tx.countyId, patientId, post, from],
  );

type SeatOf = { readonly patientIds: readonly Id[]; readonly post: StaffSeat; readonly personId: Id };

/** Ends what somebody sits in, or was to sit in, at these patients; a seat that has not begun by then never begins. */
export async function endSittings(tx: Tx, { patientIds, post, personId }: SeatOf, lastDay: CalendarDate): Promise<void> {
  await tx.sql(
    `UPDATE team_seat SET until = greatest($5::date, since - 1)
     WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND post = $3 AND person_id = $4 AND (until IS NULL OR until > $5)`,
    [tx.countyId, patientIds, post, personId, lastDay],
  );
}

/** Somebody takes the seat at these patients; where they sit already they go on. */
export async function beginSittings(tx: Tx, { patientIds, post, personId }: SeatOf, since: CalendarDate): Promise<void> {
  await tx.sql(
    `INSERT INTO team_seat (county_id, id, patient_id, post, person_id, since)
     SELECT $1, seat.id, seat.patient_id, $4, $5, $6 FROM unnest($2::uuid[], $3::uuid[]) AS seat (id, patient_id)
     WHERE NOT EXISTS (
       SELECT FROM team_seat AS held WHERE held.county_id = $1 AND held.patient_id = seat.patient_id
         AND held.post = $4 AND held.person_id = $5 AND held.until IS NULL)`,
    [tx.countyId, patientIds.map(() => newId()), patientIds, post, personId, since],
  );
}

export type HistoryRow = {
  readonly id: Id;
  readonly seat: Seat;
  readonly personId: Id;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
};

/** Everybody who ever sat on the patient's team, the guardians with them, latest first, after the row `after`. */
export const readHistory = (
  reader: Reader,
  patientId: Id,
  after: { readonly since: CalendarDate; readonly id: Id } | null,
  limit: number,
): Promise<HistoryRow[]> =>
  reader.sql(
    `SELECT id, seat, person_id AS "personId", since, until FROM (
       SELECT id, post AS seat, person_id, since, until FROM team_seat WHERE county_id = $1 AND patient_id = $2
       UNION ALL
       SELECT id, 'guardian', person_id, since, until FROM guardianship WHERE county_id = $1 AND patient_id = $2
     ) AS sitting
     WHERE (until IS NULL OR until >= since) AND ($3::date IS NULL OR (since, id) < ($3::date, $4::uuid))
     ORDER BY since DESC, id DESC LIMIT $5`,
    [reader.countyId, patientId, after?.since ?? null, after?.id ?? null, limit],
  );

export type VacancyRow = {
  readonly id: Id;
  readonly name: string;
  readonly villageId: Id;
  readonly villageName: string;
  readonly vacant: readonly Seat[];
};

/** Patients of these areas with the posts that nobody holds on `day`, in the order of their ids. */
export async function readVacancies(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; villageId: Id | null; seat: Seat | null; after: Id | null; limit: number; day: CalendarDate },
): Promise<VacancyRow[]> {
  const rows = await reader.sql<{ id: Id; name_sealed: Buffer; village_id: Id; village_name: string; vacant: Seat[] }>(
    `SELECT patient.id, patient.name_sealed, patient.village_id, area.name AS village_name, gaps.vacant
     FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     CROSS JOIN LATERAL (
       SELECT array_agg(wanted.seat ORDER BY wanted.at) AS vacant FROM unnest($4::text[]) WITH ORDINALITY AS wanted (seat, at)
       WHERE wanted.seat NOT IN (
         SELECT post FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND ${HELD}
         UNION ALL
         SELECT 'guardian' FROM guardianship
         WHERE guardianship.county_id = $1 AND guardianship.patient_id = patient.id AND guardianship.since <= $2
           AND (guardianship.until IS NULL OR guardianship.until >= $2))
     ) AS gaps
     WHERE patient.county_id = $1 AND ${LIVE} AND area.path && $3::uuid[] AND gaps.vacant IS NOT NULL
       AND ($5::uuid IS NULL OR patient.village_id = $5) AND ($6::uuid IS NULL OR patient.id > $6)
     ORDER BY patient.id LIMIT $7`,
    [reader.countyId, asked.day, asked.areas, asked.seat === null ? SEATS : [asked.seat], asked.villageId, asked.after, asked.limit],
  );
  return rows.map(row => ({
    id: row.id,
    name: openPatientName(vault, row.id, row.name_sealed),
    villageId: row.village_id,
    villageName: row.village_name,
    vacant: row.vacant,
  }));
}

export type RosterLine = {
  readonly kind: Exclude<MismatchKind, 'spelling'>;
  readonly villageId: Id;
  readonly seat: StaffSeat;
  /** NULL for a vacancy. */
  readonly personId: Id | null;
  readonly patientIds: readonly Id[];
};

/** Seats whose holder is no longer there, holds no such post, or holds it elsewhere; and seats that nobody holds. One line a village, seat and holder. */
export const readRosterLines = (reader: Reader, areas: readonly Id[], day: CalendarDate): Promise<RosterLine[]> =>
  reader.sql(
    `WITH mine AS (
       SELECT patient.id, patient.village_id, area.path FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
       WHERE patient.county_id = $1 AND ${LIVE} AND area.path && $3::uuid[]),
     seated AS (
       SELECT mine.id, mine.village_id, mine.path, team_seat.post, team_seat.person_id FROM mine
       JOIN team_seat ON team_seat.county_id = $1 AND team_seat.patient_id = mine.id AND ${HELD}),
     wrong AS (
       SELECT CASE WHEN person.left_at IS NOT NULL THEN 'left' WHEN fitting.places IS NULL THEN 'noPost'
                   WHEN NOT fitting.places && seated.path THEN 'otherArea' END AS kind,
              seated.village_id, seated.post, seated.person_id, seated.id
       FROM seated JOIN person ON person.county_id = $1 AND person.id = seated.person_id
       CROSS JOIN LATERAL (
         SELECT array_agg(post.area_id) AS places FROM post JOIN unnest($4::text[], $5::text[]) AS wanted (seat, role) ON wanted.role = post.role
         WHERE post.county_id = $1 AND post.person_id = seated.person_id AND wanted.seat = seated.post
           AND post.from_on <= $2 AND (post.until_on IS NULL OR post.until_on >= $2)
       ) AS fitting
       UNION ALL
       SELECT 'vacant', mine.village_id, wanted.seat, NULL, mine.id FROM mine CROSS JOIN unnest($4::text[]) AS wanted (seat)
       WHERE NOT EXISTS (SELECT FROM seated WHERE seated.id = mine.id AND seated.post = wanted.seat))
     SELECT kind, village_id AS "villageId", post AS seat, person_id AS "personId", array_agg(id ORDER BY id) AS "patientIds"
     FROM wrong WHERE kind IS NOT NULL GROUP BY kind, village_id, post, person_id`,
    [reader.countyId, day, areas, STAFF_SEATS, STAFF_SEATS.map(seat => SEAT_ROLES[seat])],
  );

/** How many patients of these areas each of the persons sits with on `day`. */
export async function countPatientsOf(reader: Reader, personIds: readonly Id[], day: CalendarDate): Promise<ReadonlyMap<Id, number>> {
  const rows = await reader.sql<{ personId: Id; count: number }>(
    `SELECT person_id AS "personId", count(DISTINCT patient_id) FROM team_seat
     WHERE county_id = $1 AND person_id = ANY($3::uuid[]) AND ${HELD} GROUP BY person_id`,
    [reader.countyId, day, personIds],
  );
  return new Map(rows.map(row => [row.personId, row.count]));
}
