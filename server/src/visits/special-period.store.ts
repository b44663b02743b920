import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { PeriodLeaving, PeriodState } from '@guanhu/shared/visits/special-period.terms';
import type { Scope } from '../access/access.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { opened, sealed } from './patient-page.store.ts';

export type PeriodRow = {
  readonly id: Id;
  readonly areaId: Id;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly bands: readonly string[];
  readonly reason: string;
  readonly state: PeriodState;
  readonly proposedBy: Id;
  readonly decidedBy: Id | null;
  readonly note: string | null;
  readonly endedOn: CalendarDate | null;
  readonly endedBy: Id | null;
  readonly endReason: string | null;
  readonly version: number;
};
type Text = 'reason_sealed' | 'note_sealed' | 'end_reason_sealed';
type Sealed = Omit<PeriodRow, 'reason' | 'note' | 'endReason'> & Readonly<Record<Text, Buffer | null>>;

const TABLE = 'special_period';
const COLUMNS = `special_period.id, special_period.area_id AS "areaId", starts_on AS "startsOn", ends_on AS "endsOn", bands, reason_sealed,
  special_period.state, proposed_by AS "proposedBy", decided_by AS "decidedBy", note_sealed, ended_on AS "endedOn", ended_by AS "endedBy",
  end_reason_sealed, special_period.version`;

function whole<Row extends Sealed>(vault: CountyVault, row: Row): Omit<Row, Text> & Pick<PeriodRow, 'reason' | 'note' | 'endReason'> {
  const { reason_sealed, note_sealed, end_reason_sealed, ...plain } = row;
  return {
    ...plain,
    reason: opened(vault, TABLE, row.id, 'reason_sealed', reason_sealed) ?? '',
    note: opened(vault, TABLE, row.id, 'note_sealed', note_sealed),
    endReason: opened(vault, TABLE, row.id, 'end_reason_sealed', end_reason_sealed),
  };
}

/** @returns false when the id is taken. */
export async function insertPeriod(
  tx: Tx,
  vault: CountyVault,
  period: Pick<PeriodRow, 'id' | 'areaId' | 'startsOn' | 'endsOn' | 'bands' | 'reason' | 'proposedBy'> & { readonly now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO special_period (county_id, id, area_id, starts_on, ends_on, bands, reason_sealed, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      period.id,
      period.areaId,
      period.startsOn,
      period.endsOn,
      period.bands,
      sealed(vault, TABLE, period.id, 'reason_sealed', period.reason),
      period.proposedBy,
      period.now,
    ],
  );
  return rows.length === 1;
}

/** For a decision about it. */
export async function lockPeriod(tx: Tx, vault: CountyVault, id: Id): Promise<PeriodRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM special_period WHERE county_id = $1 AND id = $2 FOR UPDATE`, [
    tx.countyId,
    id,
  ]);
  return row && whole(vault, row);
}

/** Moves it on; the caller holds the row. */
export async function updatePeriod(
  tx: Tx,
  vault: CountyVault,
  id: Id,
  {
    state,
    decided,
    ended,
  }: { state: PeriodState; decided?: { by: Id; note: string | null; now: Date }; ended?: { by: Id; on: CalendarDate; reason: string } },
): Promise<void> {
  await tx.sql(
    `UPDATE special_period SET state = $3, decided_by = coalesce($4, decided_by), decided_at = coalesce($5, decided_at), note_sealed = coalesce($6, note_sealed),
       ended_by = coalesce($7, ended_by), ended_on = coalesce($8, ended_on), end_reason_sealed = coalesce($9, end_reason_sealed), version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      id,
      state,
      decided?.by ?? null,
      decided?.now ?? null,
      sealed(vault, TABLE, id, 'note_sealed', decided?.note),
      ended?.by ?? null,
      ended?.on ?? null,
      sealed(vault, TABLE, id, 'end_reason_sealed', ended?.reason),
    ],
  );
}

/**
 * Periods in these areas or all around them, newest first, before the row `before`. With the
 * number of patients in it on `day`, or on its last day when that is over.
 */
export async function readPeriods(
  reader: Reader,
  vault: CountyVault,
  asked: {
    areas: readonly Id[];
    /** Only proposals that are still in time and that none of these persons made: they can decide. */
    waitsFor: readonly Id[] | null;
    before: Id | null;
    limit: number;
    day: CalendarDate;
  },
): Promise<(PeriodRow & { readonly areaName: string; readonly patients: number })[]> {
  const rows = await reader.sql<Sealed & { areaName: string; patients: number }>(
    `SELECT ${COLUMNS}, area.name AS "areaName", (
       SELECT count(DISTINCT member.patient_id) FROM special_period_member AS member
       WHERE member.county_id = $1 AND member.period_id = special_period.id
         AND (member.left_on IS NULL OR member.left_why = 'over' AND least(ended_on, ends_on) <= $5)
     ) AS patients
     FROM special_period JOIN area ON area.county_id = $1 AND area.id = special_period.area_id
     WHERE special_period.county_id = $1 AND ($3::uuid IS NULL OR special_period.id < $3)
       AND (area.path && $2::uuid[] OR $6::uuid[] IS NULL AND special_period.area_id = ANY(
         SELECT unnest(own.path) FROM area AS own WHERE own.county_id = $1 AND own.id = ANY($2::uuid[])))
       AND ($6::uuid[] IS NULL OR special_period.state = 'proposed' AND ends_on >= $5 AND proposed_by <> ALL($6))
     ORDER BY special_period.id DESC LIMIT $4`,
    [reader.countyId, asked.areas, asked.before, asked.limit, asked.day, asked.waitsFor],
  );
  return rows.map(row => whole(vault, row));
}

type InPeriod = {
  readonly enteredOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly leftWhy: PeriodLeaving | null;
  readonly band: string;
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  readonly lastIncidentOn: CalendarDate | null;
};
export type MembershipRow = InPeriod & { readonly periodId: Id; readonly areaName: string; readonly reason: string };
export type MemberRow = InPeriod & {
  readonly id: Id;
  readonly patientId: Id;
  readonly name_sealed: Buffer;
  readonly villageName: string;
};
const IN_PERIOD = `entered_on AS "enteredOn", left_on AS "leftOn", left_why AS "leftWhy", band, risk, stability, last_incident_on AS "lastIncidentOn"`;

/** In which periods a patient was, the newest first. */
export async function readMemberships(reader: Reader, vault: CountyVault, patientId: Id, most: number): Promise<MembershipRow[]> {
  const rows = await reader.sql<Omit<MembershipRow, 'reason'> & { reason_sealed: Buffer }>(
    `SELECT member.period_id AS "periodId", area.name AS "areaName", special_period.reason_sealed, ${IN_PERIOD}
     FROM special_period_member AS member
     JOIN special_period ON special_period.county_id = $1 AND special_period.id = member.period_id
     JOIN area ON area.county_id = $1 AND area.id = special_period.area_id
     WHERE member.county_id = $1 AND member.patient_id = $2 ORDER BY entered_on DESC, member.id DESC LIMIT $3`,
    [reader.countyId, patientId, most],
  );
  return rows.map(({ reason_sealed, ...row }) => ({
    ...row,
    reason: opened(vault, TABLE, row.periodId, 'reason_sealed', reason_sealed) ?? '',
  }));
}

/** A page of those within the scope who are or were in a period, in the order in which they came in. */
export const readMembers = (
  reader: Reader,
  asked: { periodId: Id; scope: Scope; today: CalendarDate; after: Id | null; limit: number },
): Promise<MemberRow[]> =>
  reader.sql(
    `SELECT member.id, member.patient_id AS "patientId", patient.name_sealed, area.name AS "villageName", ${IN_PERIOD}
     FROM special_period_member AS member
     JOIN patient ON patient.county_id = $1 AND patient.id = member.patient_id
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE member.county_id = $1 AND member.period_id = $2 AND ($3::uuid IS NULL OR member.id > $3)
       AND (area.path && $4::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = member.patient_id AND team_seat.person_id = ANY($5::uuid[])
           AND since <= $6 AND (until IS NULL OR until >= $6)))
     ORDER BY member.id LIMIT $7`,
    [reader.countyId, asked.periodId, asked.after, asked.scope.areas, asked.scope.seats, asked.today, asked.limit],
  );
