import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { Scope } from '../access/access.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { openPatientName } from '../registry/registry.public.ts';

export type SeatRow = { readonly patientId: Id; readonly post: StaffSeat; readonly personId: Id; readonly since: CalendarDate };

/** Seats of these patients in force on `day`. */
export const readSeats = (reader: Reader, patientIds: readonly Id[], day: CalendarDate): Promise<SeatRow[]> =>
  reader.sql(
    `SELECT patient_id AS "patientId", post, person_id AS "personId", since FROM team_seat
     WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND since <= $3 AND (until IS NULL OR until >= $3) ORDER BY patient_id, since, id`,
    [reader.countyId, patientIds, day],
  );

export type TiesRow = { readonly path: Id[]; readonly team: Id[]; readonly guardians: Id[]; readonly helpers: Id[]; readonly self: Id[] };

/** Who acts today for a guardian of the patient; a helper's right ends with the guardianship that it is lent from. */
const HELPERS = `ARRAY(SELECT DISTINCT helper.person_id FROM guardian_helper AS helper
  JOIN guardianship AS held ON held.county_id = $1 AND held.patient_id = $2 AND held.person_id = helper.guardian_id
    AND held.since <= $3 AND (held.until IS NULL OR held.until >= $3)
  WHERE helper.county_id = $1 AND helper.patient_id = $2 AND helper.since <= $3 AND (helper.until IS NULL OR helper.until >= $3))`;

/** Who stands around a patient on `day`, in one statement: permission asks it of every request about a patient. */
export async function readTies(reader: Reader, patientId: Id, day: CalendarDate): Promise<TiesRow | undefined> {
  const [row] = await reader.sql<TiesRow>(
    `SELECT area.path,
       ARRAY(SELECT DISTINCT person_id FROM team_seat
             WHERE team_seat.county_id = $1 AND team_seat.patient_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3)) AS team,
       ARRAY(SELECT DISTINCT person_id FROM guardianship
             WHERE guardianship.county_id = $1 AND guardianship.patient_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3)) AS guardians,
       ${HELPERS} AS helpers,
       ARRAY(SELECT person_id FROM patient_account
             WHERE patient_account.county_id = $1 AND patient_account.patient_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3)) AS self
     FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE patient.county_id = $1 AND patient.id = $2 AND patient.state <> 'merged'`,
    [reader.countyId, patientId, day],
  );
  return row;
}

export async function insertSeat(tx: Tx, seat: { patientId: Id; post: StaffSeat; personId: Id; since: CalendarDate }): Promise<void> {
  await tx.sql('INSERT INTO team_seat (county_id, id, patient_id, post, person_id, since) VALUES ($1, $2, $3, $4, $5, $6)', [
    tx.countyId,
    newId(),
    seat.patientId,
    seat.post,
    seat.personId,
    seat.since,
  ]);
}

export async function endSeat(tx: Tx, seat: { patientId: Id; post: StaffSeat; personId: Id; lastDay: CalendarDate }): Promise<void> {
  await tx.sql(
    'UPDATE team_seat SET until = $5 WHERE county_id = $1 AND patient_id = $2 AND post = $3 AND person_id = $4 AND until IS NULL',
    [tx.countyId, seat.patientId, seat.post, seat.personId, seat.lastDay],
  );
}

export type ListedPatient = {
  readonly id: Id;
  readonly name: string;
  readonly state: PatientState;
  readonly villageId: Id;
  readonly villageName: string;
};

/** Files within the scope in the order of their ids, after `after`. */
export async function readListed(
  reader: Reader,
  vault: CountyVault,
  asked: { scope: Scope; villageId: Id | null; state: PatientState | null; after: Id | null; limit: number; today: CalendarDate },
): Promise<ListedPatient[]> {
  const { scope, villageId, state, after, limit, today } = asked;
  const rows = await reader.sql<{ id: Id; state: PatientState; village_id: Id; village_name: string; name_sealed: Buffer }>(
    `SELECT patient.id, patient.state, patient.village_id, area.name AS village_name, patient.name_sealed
     FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE patient.county_id = $1 AND patient.state <> 'merged' AND ($2::uuid IS NULL OR patient.id > $2) AND ($3::uuid IS NULL OR patient.village_id = $3)
       AND ($8::text IS NULL OR patient.state = $8)
       AND (area.path && $4::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
           AND team_seat.person_id = ANY($5::uuid[]) AND since <= $6 AND (until IS NULL OR until >= $6)))
     ORDER BY patient.id LIMIT $7`,
    [reader.countyId, after, villageId, scope.areas, scope.seats, today, limit, state],
  );
  return rows.map(row => ({
    id: row.id,
    name: openPatientName(vault, row.id, row.name_sealed),
    state: row.state,
    villageId: row.village_id,
    villageName: row.village_name,
  }));
}

/**
 * Ends every seat of a person the day before `on`, those that were to begin later too; somebody named takes each over from then on, unless
 * they sit there already.
 */
export async function passSeats(tx: Tx, { from, to, on }: { from: Id; to: Id | null; on: CalendarDate }): Promise<void> {
  const ended = await tx.sql<{ patient_id: Id; post: StaffSeat }>(
    `UPDATE team_seat SET until = greatest($3::date - 1, since - 1)
     WHERE county_id = $1 AND person_id = $2 AND (until IS NULL OR until >= $3) RETURNING patient_id, post`,
    [tx.countyId, from, on],
  );
  if (to === null || ended.length === 0) return;
  await tx.sql(
    `INSERT INTO team_seat (county_id, id, patient_id, post, person_id, since)
     SELECT $1, new_id(), seat.patient_id, seat.post, $2, $3
     FROM (SELECT DISTINCT patient_id, post FROM unnest($4::uuid[], $5::text[]) AS ended (patient_id, post)) AS seat
     WHERE NOT EXISTS (
       SELECT FROM team_seat AS held WHERE held.county_id = $1 AND held.patient_id = seat.patient_id
         AND held.post = seat.post AND held.person_id = $2 AND held.until IS NULL)`,
    [tx.countyId, to, on, ended.map(seat => seat.patient_id), ended.map(seat => seat.post)],
  );
}

/** Who sits for most of a village's patients, seat by seat, the busiest first. */
export const readVillageHolders = (
  reader: Reader,
  villageId: Id,
  exceptPatientId: Id,
  day: CalendarDate,
): Promise<{ post: StaffSeat; personId: Id }[]> =>
  reader.sql(
    `SELECT post, person_id AS "personId" FROM team_seat JOIN patient ON patient.county_id = $1 AND patient.id = team_seat.patient_id
     WHERE team_seat.county_id = $1 AND patient.village_id = $2 AND patient.id <> $3 AND since <= $4 AND (until IS NULL OR until >= $4)
     GROUP BY post, person_id ORDER BY count(*) DESC, person_id`,
    [reader.countyId, villageId, exceptPatientId, day],
  );

/** Ends every seat around a patient with `lastDay`; one that began later was never held. */
export async function endSeats(tx: Tx, patientId: Id, lastDay: CalendarDate): Promise<void> {
  await tx.sql(
    `UPDATE team_seat SET until = greatest($3::date, since - 1)
     WHERE county_id = $1 AND patient_id = $2 AND (until IS NULL OR until > $3)`,
    [tx.countyId, patientId, lastDay],
  );
}

/** How many seats a person holds on `day`. */
export async function countSeats(reader: Reader, personId: Id, day: CalendarDate): Promise<number> {
  const [row] = await reader.sql<{ count: number }>(
    'SELECT count(*) FROM team_seat WHERE county_id = $1 AND person_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3)',
    [reader.countyId, personId, day],
  );
  return row?.count ?? 0;
}
