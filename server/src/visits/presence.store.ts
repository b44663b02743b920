import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PresenceState } from '@guanhu/shared/visits/rights.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type PresenceRow = {
  readonly id: Id;
  readonly visitId: Id;
  readonly patientId: Id;
  readonly personId: Id;
  readonly seat: Seat;
  readonly state: PresenceState;
  readonly reason: string | null;
  readonly countedBefore: CalendarDate | null;
  readonly dueBefore: CalendarDate | null;
};
type Sealed = { readonly reason_sealed: Buffer | null };
const reason = (row: Id) => ({ table: 'visit_presence', row, column: 'reason_sealed' });
const COLUMNS = `id, visit_id AS "visitId", patient_id AS "patientId", person_id AS "personId", seat, state, counted_before AS "countedBefore",
  due_before AS "dueBefore", reason_sealed`;

export type NewPresence = Pick<PresenceRow, 'personId' | 'seat' | 'countedBefore' | 'dueBefore'>;

export async function insertPresences(tx: Tx, visit: { id: Id; patientId: Id }, present: readonly NewPresence[]): Promise<void> {
  await tx.sql(
    `INSERT INTO visit_presence (county_id, id, visit_id, patient_id, person_id, seat, counted_before, due_before)
     SELECT $1, row.id, $2, $3, row.person_id, row.seat, row.counted_before, row.due_before
     FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[]) AS row (id, person_id, seat, counted_before, due_before)`,
    [
      tx.countyId,
      visit.id,
      visit.patientId,
      present.map(() => newId()),
      present.map(each => each.personId),
      present.map(each => each.seat),
      present.map(each => each.countedBefore),
      present.map(each => each.dueBefore),
    ],
  );
}

export async function readPresences(reader: Reader, vault: CountyVault, visitId: Id): Promise<PresenceRow[]> {
  const rows = await reader.sql<PresenceRow & Sealed>(
    `SELECT ${COLUMNS} FROM visit_presence WHERE county_id = $1 AND visit_id = $2 ORDER BY id`,
    [reader.countyId, visitId],
  );
  return rows.map(({ reason_sealed, ...row }) => ({
    ...row,
    reason: reason_sealed === null ? null : vault.open(reason(row.id), reason_sealed),
  }));
}

/** @returns false when it was answered before. */
export async function answerPresence(
  tx: Tx,
  vault: CountyVault,
  answer: { id: Id; state: PresenceState; reason: string | null; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE visit_presence SET state = $3, reason_sealed = $4, answered_at = $5 WHERE county_id = $1 AND id = $2 AND state = 'named' RETURNING id`,
    [tx.countyId, answer.id, answer.state, answer.reason === null ? null : vault.seal(reason(answer.id), answer.reason), answer.now],
  );
  return rows.length === 1;
}

export type NamedRow = {
  readonly visitId: Id;
  readonly patientId: Id;
  readonly name_sealed: Buffer;
  readonly at: Date;
  readonly visitorId: Id;
  readonly seat: Seat;
};

/** Visits at which this person was named and has not answered, newest first. */
export const readNamed = (reader: Reader, personId: Id, most: number): Promise<NamedRow[]> =>
  reader.sql(
    `SELECT visit.id AS "visitId", patient.id AS "patientId", patient.name_sealed, visit.at, visit.person_id AS "visitorId", visit_presence.seat
     FROM visit_presence
     JOIN visit ON visit.county_id = $1 AND visit.id = visit_presence.visit_id
     JOIN patient ON patient.county_id = $1 AND patient.id = visit_presence.patient_id
     WHERE visit_presence.county_id = $1 AND visit_presence.person_id = $2 AND visit_presence.state = 'named'
     ORDER BY visit.at DESC, visit.id DESC LIMIT $3`,
    [reader.countyId, personId, most],
  );
