import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RehabEnd, RehabKind, RehabOrigin } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import { readAreaPage, type AreaPage } from '../platform/database/area-page.store.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { endSpan, type SpanEnd } from './span.store.ts';

type Columns = {
  readonly id: Id;
  readonly areaPath: readonly Id[];
  readonly areaName: string;
  readonly kind: RehabKind;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly version: number;
  /** Who is in it today. */
  readonly participants: number;
  readonly sessions: number;
};
export type ProgrammeRow = Columns & { readonly what: string; readonly place: string };
type Sealed = Columns & { readonly what_sealed: Buffer; readonly place_sealed: Buffer };
const at = (row: Id, column: 'what_sealed' | 'place_sealed') => ({ table: 'rehab_programme', row, column });
const sessionAt = (row: Id) => ({ table: 'rehab_session', row, column: 'what_sealed' });
const opened = (vault: CountyVault, { what_sealed, place_sealed, ...row }: Sealed): ProgrammeRow => ({
  ...row,
  what: vault.open(at(row.id, 'what_sealed'), what_sealed),
  place: vault.open(at(row.id, 'place_sealed'), place_sealed),
});
const FROM = `SELECT programme.id, area.path AS "areaPath", area.name AS "areaName", programme.kind, programme.since, programme.until,
    programme.version, programme.what_sealed, programme.place_sealed,
    (SELECT count(*)::int FROM rehab_participant WHERE rehab_participant.county_id = $1 AND rehab_participant.programme_id = programme.id
       AND rehab_participant.until IS NULL) AS participants,
    (SELECT count(*)::int FROM rehab_session WHERE rehab_session.county_id = $1 AND rehab_session.programme_id = programme.id) AS sessions
  FROM rehab_programme AS programme JOIN area ON area.county_id = $1 AND area.id = programme.area_id`;

/** Of these areas, newest first. */
export async function readProgrammes(reader: Reader, vault: CountyVault, asked: AreaPage): Promise<ProgrammeRow[]> {
  const rows = await readAreaPage<Sealed>(reader, { from: FROM, of: 'programme' }, asked);
  return rows.map(row => opened(vault, row));
}

export async function readProgramme(reader: Reader, vault: CountyVault, id: Id): Promise<ProgrammeRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${FROM} WHERE programme.county_id = $1 AND programme.id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** Whoever joins, leaves, ends it or writes a session waits for the one before. */
export async function lockProgramme(tx: Tx, id: Id): Promise<void> {
  await tx.sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [tx.countyId, id]);
}

type NewProgramme = Pick<ProgrammeRow, 'id' | 'kind' | 'what' | 'place' | 'since'> & { readonly areaId: Id; readonly by: Id };
/** @returns false when the id is taken. */
export async function insertProgramme(tx: Tx, vault: CountyVault, one: NewProgramme): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO rehab_programme (county_id, id, area_id, kind, what_sealed, place_sealed, since, opened_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.areaId,
      one.kind,
      vault.seal(at(one.id, 'what_sealed'), one.what),
      vault.seal(at(one.id, 'place_sealed'), one.place),
      one.since,
      one.by,
    ],
  );
  return rows.length === 1;
}

/** Ends a programme and the part of everybody in it. @returns the referrals by which some of them came; undefined when somebody was faster */
export async function endProgrammeRow(tx: Tx, end: SpanEnd): Promise<Id[] | undefined> {
  if (!(await endSpan(tx, 'rehab_programme', end))) return undefined;
  const rows = await tx.sql<{ referral_id: Id | null }>(
    `UPDATE rehab_participant SET until = greatest(since, $3::date), end_reason = 'over', version = version + 1
     WHERE county_id = $1 AND programme_id = $2 AND until IS NULL RETURNING referral_id`,
    [tx.countyId, end.id, end.lastOn],
  );
  return rows.flatMap(row => row.referral_id ?? []);
}

type ParticipantRow = {
  readonly id: Id;
  readonly programmeId: Id;
  readonly patientId: Id;
  readonly villageName: string;
  readonly origin: RehabOrigin;
  readonly referralId: Id | null;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly end: RehabEnd | null;
  readonly attended: number;
  readonly held: number;
  readonly version: number;
};
const PARTICIPANTS = `SELECT participant.id, participant.programme_id AS "programmeId", participant.patient_id AS "patientId", area.name AS "villageName",
    participant.origin, participant.referral_id AS "referralId", participant.since, participant.until, participant.end_reason AS "end", participant.version, came.attended, came.held
  FROM rehab_participant AS participant
    JOIN patient ON patient.county_id = $1 AND patient.id = participant.patient_id
    JOIN area ON area.county_id = $1 AND area.id = patient.village_id
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE present)::int AS attended, count(*)::int AS held FROM rehab_presence
      WHERE rehab_presence.county_id = $1 AND rehab_presence.participant_id = participant.id) AS came`;

/** Those in it first, then those who left, at most `most`. */
export const readParticipants = (reader: Reader, programmeId: Id, most: number): Promise<ParticipantRow[]> =>
  reader.sql(
    `${PARTICIPANTS} WHERE participant.county_id = $1 AND participant.programme_id = $2
     ORDER BY participant.until IS NOT NULL, participant.id LIMIT $3`,
    [reader.countyId, programmeId, most],
  );

type TakenRow = Pick<ProgrammeRow, 'kind' | 'what' | 'place'> &
  Pick<ParticipantRow, 'origin' | 'since' | 'until' | 'end' | 'attended' | 'held'> & {
    readonly participantId: Id;
    readonly cameOn: CalendarDate | null;
  };
/** What somebody takes part in, then what they took part in, newest first, at most `most`. */
export async function readTaken(reader: Reader, vault: CountyVault, patientId: Id, most: number): Promise<TakenRow[]> {
  const rows = await reader.sql<
    Omit<TakenRow, 'what' | 'place'> & Pick<Sealed, 'what_sealed' | 'place_sealed'> & { readonly programmeId: Id }
  >(
    `SELECT participant.id AS "participantId", programme.id AS "programmeId", programme.kind, programme.what_sealed, programme.place_sealed,
       participant.origin, participant.since, participant.until, participant.end_reason AS "end", came.attended, came.held, came."cameOn"
     FROM rehab_participant AS participant
       JOIN rehab_programme AS programme ON programme.county_id = $1 AND programme.id = participant.programme_id
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE present)::int AS attended, count(*)::int AS held, max(session.on_day) FILTER (WHERE present) AS "cameOn"
         FROM rehab_presence JOIN rehab_session AS session ON session.county_id = $1 AND session.id = rehab_presence.session_id
         WHERE rehab_presence.county_id = $1 AND rehab_presence.participant_id = participant.id) AS came
     WHERE participant.county_id = $1 AND participant.patient_id = $2
     ORDER BY participant.until IS NOT NULL, participant.id DESC LIMIT $3`,
    [reader.countyId, patientId, most],
  );
  return rows.map(({ programmeId, what_sealed, place_sealed, ...row }) => ({
    ...row,
    what: vault.open(at(programmeId, 'what_sealed'), what_sealed),
    place: vault.open(at(programmeId, 'place_sealed'), place_sealed),
  }));
}

export async function readParticipant(reader: Reader, id: Id): Promise<ParticipantRow | undefined> {
  const [row] = await reader.sql<ParticipantRow>(`${PARTICIPANTS} WHERE participant.county_id = $1 AND participant.id = $2`, [
    reader.countyId,
    id,
  ]);
  return row;
}

/** @returns false when the patient is in it already, or the id is taken. */
export async function insertParticipant(
  tx: Tx,
  one: Pick<ParticipantRow, 'id' | 'programmeId' | 'patientId' | 'origin' | 'referralId' | 'since'> & { readonly by: Id },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO rehab_participant (county_id, id, programme_id, patient_id, origin, referral_id, since, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.programmeId, one.patientId, one.origin, one.referralId, one.since, one.by],
  );
  return rows.length === 1;
}

/** @returns false when somebody was faster. */
export async function endParticipant(
  tx: Tx,
  { id, version, lastOn, end }: { id: Id; version: number; lastOn: CalendarDate; end: RehabEnd },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE rehab_participant SET until = $4, end_reason = $5, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, id, version, lastOn, end],
  );
  return rows.length === 1;
}

type NewSession = {
  readonly id: Id;
  readonly programmeId: Id;
  readonly on: CalendarDate;
  readonly what: string;
  readonly by: Id;
  readonly now: Date;
};
/** @returns false when the id is taken. */
export async function insertSession(tx: Tx, vault: CountyVault, one: NewSession): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO rehab_session (county_id, id, programme_id, on_day, what_sealed, logged_by, logged_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.programmeId, one.on, vault.seal(sessionAt(one.id), one.what), one.by, one.now],
  );
  return rows.length === 1;
}

/** Everybody who was in the programme on the day, and whether they came. @returns who came */
export async function insertPresence(tx: Tx, session: NewSession, present: readonly Id[]): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id; present: boolean }>(
    `INSERT INTO rehab_presence (county_id, session_id, participant_id, present)
     SELECT $1, $2, participant.id, participant.id = ANY($5::uuid[]) FROM rehab_participant AS participant
     WHERE participant.county_id = $1 AND participant.programme_id = $3 AND participant.since <= $4
       AND (participant.until IS NULL OR participant.until >= $4) RETURNING participant_id AS id, present`,
    [tx.countyId, session.id, session.programmeId, session.on, present],
  );
  return rows.filter(row => row.present).map(row => row.id);
}

type SessionRow = {
  readonly sessionId: Id;
  readonly on: CalendarDate;
  readonly what: string;
  readonly present: number;
  readonly of: number;
  readonly loggedBy: Id;
};
/** Latest first, at most `most`. */
export async function readSessions(reader: Reader, vault: CountyVault, programmeId: Id, most: number): Promise<SessionRow[]> {
  const rows = await reader.sql<Omit<SessionRow, 'what'> & { what_sealed: Buffer }>(
    `SELECT session.id AS "sessionId", session.on_day AS "on", session.what_sealed, session.logged_by AS "loggedBy", came.present, came.of
     FROM rehab_session AS session
       CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE rehab_presence.present)::int AS present, count(*)::int AS of FROM rehab_presence
         WHERE rehab_presence.county_id = $1 AND rehab_presence.session_id = session.id) AS came
     WHERE session.county_id = $1 AND session.programme_id = $2 ORDER BY session.on_day DESC, session.id DESC LIMIT $3`,
    [reader.countyId, programmeId, most],
  );
  return rows.map(({ what_sealed, ...row }) => ({ ...row, what: vault.open(sessionAt(row.sessionId), what_sealed) }));
}

type ComingHomeRow = {
  readonly admissionId: Id;
  readonly patientId: Id;
  readonly villageName: string;
  readonly dischargedOn: CalendarDate;
};
/** Whoever was discharged since a day, is at home, and is in no programme and no work; latest stay first, before the row `before`. */
export const readComingHome = (
  reader: Reader,
  asked: { areas: readonly Id[]; since: CalendarDate; before: Id | null; limit: number },
): Promise<ComingHomeRow[]> =>
  reader.sql(
    `SELECT admission.id AS "admissionId", admission.patient_id AS "patientId", area.name AS "villageName", admission.discharged_on AS "dischargedOn"
     FROM admission JOIN patient ON patient.county_id = $1 AND patient.id = admission.patient_id AND patient.state = 'inCare'
       JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE admission.county_id = $1 AND admission.discharged_on >= $3 AND area.path && $2::uuid[] AND ($4::uuid IS NULL OR admission.id < $4)
       AND NOT EXISTS (SELECT FROM rehab_participant AS participant WHERE participant.county_id = $1
         AND participant.patient_id = admission.patient_id AND (participant.until IS NULL OR participant.until >= admission.discharged_on))
       AND NOT EXISTS (SELECT FROM employment WHERE employment.county_id = $1 AND employment.patient_id = admission.patient_id
         AND employment.until IS NULL)
     ORDER BY admission.id DESC LIMIT $5`,
    [reader.countyId, asked.areas, asked.since, asked.before, asked.limit],
  );

type ReferredRow = { readonly id: Id; readonly patientId: Id; readonly villageName: string; readonly sentOn: CalendarDate };
/** Whoever of these areas was referred to the community and waits to be taken in, newest first. */
export const readReferred = (reader: Reader, asked: AreaPage): Promise<ReferredRow[]> =>
  readAreaPage(
    reader,
    {
      from: `SELECT referral.id, referral.patient_id AS "patientId", area.name AS "villageName",
          (referral.sent_at AT TIME ZONE 'Asia/Shanghai')::date AS "sentOn"
        FROM referral JOIN patient ON patient.county_id = $1 AND patient.id = referral.patient_id
          JOIN area ON area.county_id = $1 AND area.id = patient.village_id`,
      of: 'referral',
      filters: { state: 'toCommunity' },
    },
    asked,
  );
