import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CluePerson } from '@guanhu/shared/screening/clue.contract';
import type { NoticeSource, NoticeState } from '@guanhu/shared/screening/notice.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type NoticeTold = { readonly person: CluePerson; readonly from: string; readonly note: string | null };
export type NoticeRow = {
  readonly id: Id;
  readonly areaId: Id;
  readonly areaName: string;
  readonly areaPath: readonly Id[];
  readonly source: NoticeSource;
  readonly comesOn: CalendarDate;
  readonly told: NoticeTold | null;
  readonly receivedAt: Date;
  readonly receivedBy: Id;
  readonly teamDueOn: CalendarDate;
  readonly visitDueOn: CalendarDate;
  readonly state: NoticeState;
  readonly patientId: Id | null;
  readonly clueId: Id | null;
  /** Seats around the patient that are held today, and the first visit since the person came home. */
  readonly seats: readonly string[];
  readonly visitedOn: CalendarDate | null;
  readonly version: number;
};
type Sealed = Omit<NoticeRow, 'told'> & { readonly told_sealed: Buffer | null };

const place = (row: Id, column: 'told_sealed' | 'end_sealed') => ({ table: 'release_notice', row, column });
/** SQL, with the day as $2. Seats and visits are looked up in the statement: their rooms tell nothing of them. */
const COLUMNS = `notice.id, notice.area_id AS "areaId", area.name AS "areaName", area.path AS "areaPath", notice.source, notice.comes_on AS "comesOn",
  notice.told_sealed, notice.received_at AS "receivedAt", notice.received_by AS "receivedBy", notice.team_due_on AS "teamDueOn",
  notice.visit_due_on AS "visitDueOn", notice.state, notice.patient_id AS "patientId", notice.clue_id AS "clueId", notice.version,
  ARRAY(SELECT DISTINCT team_seat.post FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = notice.patient_id
    AND team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)) AS seats,
  (SELECT min(visit.on_day) FROM visit WHERE visit.county_id = $1 AND visit.patient_id = notice.patient_id AND visit.result = 'done'
    AND visit.on_day >= notice.comes_on) AS "visitedOn"`;
const JOINED = `release_notice AS notice JOIN area ON area.county_id = $1 AND area.id = notice.area_id`;

const whole = (vault: CountyVault, { told_sealed, ...plain }: Sealed): NoticeRow => ({
  ...plain,
  told: told_sealed && (JSON.parse(vault.open(place(plain.id, 'told_sealed'), told_sealed)) as NoticeTold),
});

/** @returns whether it is new. */
export async function insertNotice(
  tx: Tx,
  vault: CountyVault,
  notice: Pick<NoticeRow, 'id' | 'areaId' | 'source' | 'comesOn' | 'receivedAt' | 'receivedBy' | 'teamDueOn' | 'visitDueOn'> & {
    readonly told: NoticeTold;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO release_notice (county_id, id, area_id, source, comes_on, told_sealed, received_at, received_by, team_due_on, visit_due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      notice.id,
      notice.areaId,
      notice.source,
      notice.comesOn,
      vault.seal(place(notice.id, 'told_sealed'), JSON.stringify(notice.told)),
      notice.receivedAt,
      notice.receivedBy,
      notice.teamDueOn,
      notice.visitDueOn,
    ],
  );
  return rows.length === 1;
}

export async function readNoticeRow(reader: Reader, vault: CountyVault, id: Id, today: CalendarDate): Promise<NoticeRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM ${JOINED} WHERE notice.county_id = $1 AND notice.id = $3`, [
    reader.countyId,
    today,
    id,
  ]);
  return row && whole(vault, row);
}

/** For a step of it. */
export async function lockNotice(tx: Tx, vault: CountyVault, id: Id, today: CalendarDate): Promise<NoticeRow | undefined> {
  await tx.sql('SELECT id FROM release_notice WHERE county_id = $1 AND id = $2 FOR UPDATE', [tx.countyId, id]);
  return readNoticeRow(tx, vault, id, today);
}

/** Notices in these areas, newest first, before the row `before`. */
export async function readNotices(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; state: NoticeState | null; before: Id | null; limit: number; today: CalendarDate },
): Promise<NoticeRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${JOINED}
     WHERE notice.county_id = $1 AND area.path && $3::uuid[] AND ($4::text IS NULL OR notice.state = $4) AND ($5::uuid IS NULL OR notice.id < $5)
     ORDER BY notice.id DESC LIMIT $6`,
    [reader.countyId, asked.today, asked.areas, asked.state, asked.before, asked.limit],
  );
  return rows.map(row => whole(vault, row));
}

export type NoticeStep = {
  readonly id: Id;
  readonly state: NoticeState;
  readonly by: Id;
  readonly now: Date;
  readonly ends: boolean;
  readonly patientId?: Id;
  readonly clueId?: Id;
  readonly reason?: string;
};

/** Moves it on; the caller holds the row. */
export async function stepNotice(
  tx: Tx,
  vault: CountyVault,
  { id, state, by, now, ends, patientId, clueId, reason }: NoticeStep,
): Promise<void> {
  await tx.sql(
    `UPDATE release_notice SET state = $3, patient_id = coalesce($4, patient_id), clue_id = $5, ended_at = $6, ended_by = $7, end_sealed = $8,
       version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      id,
      state,
      patientId ?? null,
      clueId ?? null,
      ends ? now : null,
      ends ? by : null,
      reason === undefined ? null : vault.seal(place(id, 'end_sealed'), reason),
    ],
  );
}

/** Takes the words out of notices that ended before the county's limit ($2), in the townships $3 with a policy of their own before $4. */
export async function eraseNoticesBefore(tx: Tx, limits: readonly unknown[], now: Date): Promise<void> {
  await tx.sql(
    `UPDATE release_notice SET told_sealed = NULL, end_sealed = NULL, erased_at = $5
     FROM area LEFT JOIN unnest($3::uuid[], $4::timestamptz[]) AS own (township_id, before) ON own.township_id = ANY(area.path)
     WHERE release_notice.county_id = $1 AND release_notice.ended_at IS NOT NULL AND release_notice.erased_at IS NULL
       AND area.county_id = $1 AND area.id = release_notice.area_id AND release_notice.ended_at < coalesce(own.before, $2::timestamptz)`,
    [tx.countyId, ...limits, now],
  );
}
