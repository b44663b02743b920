import type { MeetingKind, MeetingState, MatterSource } from '@guanhu/shared/meetings/meetings.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type AgendaItem = { readonly topic: string; readonly source: MatterSource | null };
export type MeetingRow = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly on: CalendarDate;
  readonly place: string;
  readonly agenda: readonly AgendaItem[];
  readonly textId: Id | null;
  readonly cancelReason: string | null;
  readonly version: number;
};
type Column = 'place_sealed' | 'agenda_sealed' | 'cancel_sealed';
type Sealed = Omit<MeetingRow, 'place' | 'agenda' | 'cancelReason'> &
  Readonly<Record<'place_sealed' | 'agenda_sealed', Buffer>> & { readonly cancel_sealed: Buffer | null };
const COLUMNS = `id, township_id AS "townshipId", kind, state, on_day AS "on", place_sealed, agenda_sealed, text_id AS "textId", cancel_sealed, version`;
const at = (row: Id, column: Column) => ({ table: 'meeting', row, column });

function whole(vault: CountyVault, { place_sealed, agenda_sealed, cancel_sealed, ...row }: Sealed): MeetingRow {
  return {
    ...row,
    place: vault.open(at(row.id, 'place_sealed'), place_sealed),
    agenda: JSON.parse(vault.open(at(row.id, 'agenda_sealed'), agenda_sealed)) as AgendaItem[],
    cancelReason: cancel_sealed && vault.open(at(row.id, 'cancel_sealed'), cancel_sealed),
  };
}

type NewMeeting = Pick<MeetingRow, 'id' | 'townshipId' | 'kind' | 'on' | 'place' | 'agenda'> & {
  readonly units: readonly Id[];
  readonly by: Id;
  readonly now: Date;
};

/** @returns false when the id is taken. */
export async function insertMeeting(tx: Tx, vault: CountyVault, meeting: NewMeeting): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO meeting (county_id, id, township_id, kind, on_day, place_sealed, agenda_sealed, convened_by, convened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      meeting.id,
      meeting.townshipId,
      meeting.kind,
      meeting.on,
      vault.seal(at(meeting.id, 'place_sealed'), meeting.place),
      vault.seal(at(meeting.id, 'agenda_sealed'), JSON.stringify(meeting.agenda)),
      meeting.by,
      meeting.now,
    ],
  );
  if (rows.length === 0) return false;
  await tx.sql(
    `INSERT INTO meeting_unit (county_id, id, meeting_id, organisation_id)
     SELECT $1, new_id(), $2, organisation_id FROM unnest($3::uuid[]) AS organisation_id`,
    [tx.countyId, meeting.id, meeting.units],
  );
  return true;
}

export async function readMeeting(reader: Reader, vault: CountyVault, id: Id): Promise<MeetingRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM meeting WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && whole(vault, row);
}

/** The same, until the transaction ends nobody else's. */
export async function lockMeeting(tx: Tx, vault: CountyVault, id: Id): Promise<MeetingRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM meeting WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row && whole(vault, row);
}

/** Moves a meeting on; the caller holds the row. @returns its new version */
export async function moveMeeting(
  tx: Tx,
  vault: CountyVault,
  id: Id,
  {
    state,
    textId = null,
    sentAt = null,
    cancelReason = null,
  }: { state: MeetingState; textId?: Id | null; sentAt?: Date | null; cancelReason?: string | null },
): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE meeting SET state = $3, text_id = coalesce($4, text_id), cancel_sealed = coalesce($5, cancel_sealed), sent_at = coalesce($6, sent_at),
       version = version + 1
     WHERE county_id = $1 AND id = $2 RETURNING version`,
    [tx.countyId, id, state, textId, cancelReason === null ? null : vault.seal(at(id, 'cancel_sealed'), cancelReason), sentAt],
  );
  if (!row) throw new Error('a meeting that is held has gone');
  return row.version;
}

export type ListedMeeting = {
  readonly id: Id;
  readonly townshipName: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly on: CalendarDate;
  readonly number: string | null;
  readonly waits: boolean;
};

/** Meetings of these areas, or to which one of these units is invited, the latest convened first, before the row `before`. */
export const readMeetings = (
  reader: Reader,
  asked: { areas: readonly Id[]; units: readonly Id[]; state: MeetingState | null; before: Id | null; limit: number },
): Promise<ListedMeeting[]> =>
  reader.sql(
    `SELECT meeting.id, area.name AS "townshipName", meeting.kind, meeting.state, on_day AS "on", issue.number,
       meeting.state = 'countersigning' AND EXISTS (
         SELECT FROM meeting_unit AS unit WHERE unit.county_id = $1 AND unit.meeting_id = meeting.id AND unit.organisation_id = ANY($3::uuid[])
           AND NOT EXISTS (SELECT FROM countersignature AS given WHERE given.county_id = $1 AND given.text_id = meeting.text_id
             AND given.organisation_id = unit.organisation_id)) AS waits
     FROM meeting JOIN area ON area.county_id = $1 AND area.id = meeting.township_id
     LEFT JOIN meeting_issue AS issue ON issue.county_id = $1 AND issue.id = meeting.id
     WHERE meeting.county_id = $1 AND ($4::text IS NULL OR meeting.state = $4) AND ($5::uuid IS NULL OR meeting.id < $5)
       AND (area.path && $2::uuid[] OR EXISTS (SELECT FROM meeting_unit AS mine WHERE mine.county_id = $1 AND mine.meeting_id = meeting.id
         AND mine.organisation_id = ANY($3::uuid[])))
     ORDER BY meeting.id DESC LIMIT $6`,
    [reader.countyId, asked.areas, asked.units, asked.state, asked.before, asked.limit],
  );

export type UnitRow = {
  readonly organisationId: Id;
  readonly name: string;
  readonly attended: boolean | null;
  readonly who: string | null;
  /** Whether anybody holds a post of it on the day. */
  readonly held: boolean;
};

/** The member units of a meeting in the order of their names. */
export async function readUnits(reader: Reader, vault: CountyVault, meetingId: Id, day: CalendarDate): Promise<UnitRow[]> {
  const rows = await reader.sql<Omit<UnitRow, 'who'> & { id: Id; who_sealed: Buffer | null }>(
    `SELECT unit.id, unit.organisation_id AS "organisationId", organisation.name, unit.attended, unit.who_sealed,
       EXISTS (SELECT FROM post WHERE post.county_id = $1 AND post.organisation_id = unit.organisation_id AND post.from_on <= $3
         AND (post.until_on IS NULL OR post.until_on >= $3)) AS held
     FROM meeting_unit AS unit JOIN organisation ON organisation.county_id = $1 AND organisation.id = unit.organisation_id
     WHERE unit.county_id = $1 AND unit.meeting_id = $2 ORDER BY organisation.name, unit.id`,
    [reader.countyId, meetingId, day],
  );
  return rows.map(({ id, who_sealed, ...row }) => ({
    ...row,
    who: who_sealed && vault.open({ table: 'meeting_unit', row: id, column: 'who_sealed' }, who_sealed),
  }));
}

type Attendance = { readonly organisationId: Id; readonly attended: boolean; readonly who: string | null };

/** Who was there, of the units that are invited. */
export async function writeAttendance(tx: Tx, vault: CountyVault, meetingId: Id, attendance: readonly Attendance[]): Promise<void> {
  const rows = await tx.sql<{ id: Id; organisationId: Id }>(
    'SELECT id, organisation_id AS "organisationId" FROM meeting_unit WHERE county_id = $1 AND meeting_id = $2',
    [tx.countyId, meetingId],
  );
  const of = new Map(attendance.map(one => [one.organisationId, one]));
  const known = rows.flatMap(row => {
    const one = of.get(row.organisationId);
    return one ? [{ id: row.id, ...one }] : [];
  });
  await tx.sql(
    `UPDATE meeting_unit SET attended = given.attended, who_sealed = given.who_sealed
     FROM unnest($2::uuid[], $3::bool[], $4::bytea[]) AS given (id, attended, who_sealed)
     WHERE meeting_unit.county_id = $1 AND meeting_unit.id = given.id`,
    [
      tx.countyId,
      known.map(one => one.id),
      known.map(one => one.attended),
      known.map(one => (one.who === null ? null : vault.seal({ table: 'meeting_unit', row: one.id, column: 'who_sealed' }, one.who))),
    ],
  );
}

/** The day of the last regular meeting that was held in each of these townships. */
export async function readLastRegular(reader: Reader, townshipIds: readonly Id[]): Promise<ReadonlyMap<Id, CalendarDate>> {
  const rows = await reader.sql<{ townshipId: Id; on: CalendarDate }>(
    `SELECT township_id AS "townshipId", max(on_day) AS "on" FROM meeting
     WHERE county_id = $1 AND township_id = ANY($2::uuid[]) AND kind = 'regular' AND state NOT IN ('planned', 'cancelled') GROUP BY township_id`,
    [reader.countyId, townshipIds],
  );
  return new Map(rows.map(row => [row.townshipId, row.on]));
}

/** The next number of a township's minutes in a year: counted up in the transaction that uses it, so that none is left out. */
export async function nextSerial(tx: Tx, townshipId: Id, year: number): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `INSERT INTO meeting_serial (county_id, id, year, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (county_id, id, year) DO UPDATE SET last = meeting_serial.last + 1 RETURNING last`,
    [tx.countyId, townshipId, year],
  );
  if (!row) throw new Error('no serial');
  return row.last;
}
