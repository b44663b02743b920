import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RollCallResult, RollCallState } from '@guanhu/shared/visits/special-period.terms';
import type { Scope } from '../access/access.public.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type NewMark = {
  readonly id: Id;
  readonly patientId: Id;
  readonly on: CalendarDate;
  readonly result: RollCallResult;
  readonly at: Date;
  readonly personId: Id;
  readonly now: Date;
};

/** @returns false when the id is taken. */
export async function insertMark(tx: Tx, mark: NewMark): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO roll_call_mark (county_id, id, patient_id, on_day, result, at, received_at, person_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, mark.id, mark.patientId, mark.on, mark.result, mark.at, mark.now, mark.personId],
  );
  return rows.length === 1;
}

/** Whether this very mark was made before. */
export async function isMade(reader: Reader, mark: Pick<NewMark, 'id' | 'patientId' | 'personId' | 'result' | 'on'>): Promise<boolean> {
  const rows = await reader.sql(
    `SELECT id FROM roll_call_mark WHERE county_id = $1 AND id = $2 AND patient_id = $3 AND person_id = $4 AND result = $5 AND on_day = $6`,
    [reader.countyId, mark.id, mark.patientId, mark.personId, mark.result, mark.on],
  );
  return rows.length === 1;
}

/** Who was in a period on `day`: what both board and mark ask. */
const IN_PERIOD = (day: string): string =>
  `member.county_id = $1 AND member.entered_on <= ${day} AND (member.left_on IS NULL OR member.left_on >= ${day})`;

/** Whether somebody asks on that day after the patient of these files. */
export async function isAsked(reader: Reader, fileIds: readonly Id[], day: CalendarDate): Promise<boolean> {
  const [row] = await reader.sql<{ asked: boolean }>(
    `SELECT EXISTS (SELECT FROM special_period_member AS member WHERE ${IN_PERIOD('$3')} AND member.patient_id = ANY($2::uuid[])) AS asked`,
    [reader.countyId, fileIds, day],
  );
  return row?.asked === true;
}

/** The newest mark of each patient asked after on $2, and the state it makes. */
const CALLED = `
  SELECT patient.id, patient.name_sealed, patient.village_id, area.name AS village_name, area.path, mark.result, mark.at, mark.person_id,
    coalesce(mark.result, 'missing') AS state
  FROM (SELECT DISTINCT member.patient_id FROM special_period_member AS member WHERE ${IN_PERIOD('$2')}) AS asked
  JOIN patient ON patient.county_id = $1 AND patient.id = asked.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  LEFT JOIN LATERAL (
    SELECT result, at, person_id FROM roll_call_mark
    WHERE roll_call_mark.county_id = $1 AND roll_call_mark.patient_id = asked.patient_id AND on_day = $2 ORDER BY at DESC, id DESC LIMIT 1
  ) AS mark ON true`;

export type VillageCount = {
  readonly villageId: Id;
  readonly villageName: string;
  readonly townshipName: string;
  readonly asked: number;
  readonly seen: number;
  readonly phoned: number;
  readonly unreachable: number;
  readonly missing: number;
};

/** Villages in these areas in which somebody is asked after, with numbers, in the order of their codes. */
export const readVillageCounts = (reader: Reader, day: CalendarDate, areas: readonly Id[]): Promise<VillageCount[]> =>
  reader.sql(
    `SELECT village.id AS "villageId", village.name AS "villageName", township.name AS "townshipName", count(*) AS asked,
       count(*) FILTER (WHERE called.state = 'seen') AS seen, count(*) FILTER (WHERE called.state = 'phoned') AS phoned,
       count(*) FILTER (WHERE called.state = 'unreachable') AS unreachable, count(*) FILTER (WHERE called.state = 'missing') AS missing
     FROM (${CALLED}) AS called
     JOIN area AS village ON village.county_id = $1 AND village.id = called.village_id
     JOIN area AS township ON township.county_id = $1 AND township.id = village.parent_id
     WHERE called.path && $3::uuid[]
     GROUP BY village.id, village.name, village.code, township.name ORDER BY village.code, village.id`,
    [reader.countyId, day, areas],
  );

export type CalledRow = {
  readonly id: Id;
  readonly name_sealed: Buffer;
  readonly villageName: string;
  readonly state: RollCallState;
  readonly result: RollCallResult | null;
  readonly at: Date | null;
  readonly personId: Id | null;
};
const SHOWN = `called.id, called.name_sealed, called.village_name AS "villageName", called.state, called.result, called.at, called.person_id AS "personId"`;

/** A page of those asked after within the scope, in the order of their ids. */
export const readCalled = (
  reader: Reader,
  asked: {
    day: CalendarDate;
    scope: Scope;
    today: CalendarDate;
    villageId: Id | null;
    state: RollCallState | null;
    after: Id | null;
    limit: number;
  },
): Promise<CalledRow[]> =>
  reader.sql(
    `SELECT ${SHOWN} FROM (${CALLED}) AS called
     WHERE ($3::uuid IS NULL OR called.id > $3) AND ($4::uuid IS NULL OR called.village_id = $4) AND ($5::text IS NULL OR called.state = $5)
       AND (called.path && $6::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = called.id AND team_seat.person_id = ANY($7::uuid[])
           AND since <= $8 AND (until IS NULL OR until >= $8)))
     ORDER BY called.id LIMIT $9`,
    [reader.countyId, asked.day, asked.after, asked.villageId, asked.state, asked.scope.areas, asked.scope.seats, asked.today, asked.limit],
  );

/** Those asked after today whose guardian one of these persons is, or helps. */
export const readCalledWards = (reader: Reader, day: CalendarDate, patientIds: readonly Id[]): Promise<CalledRow[]> =>
  reader.sql(`SELECT ${SHOWN} FROM (${CALLED}) AS called WHERE called.id = ANY($3::uuid[]) ORDER BY called.id`, [
    reader.countyId,
    day,
    patientIds,
  ]);
