import type { CaseFacts } from '@guanhu/shared/care-team/case-team.rules';
import type { CasePlan } from '@guanhu/shared/care-team/case-team.contract';
import type { CasePost, CaseReason, CaseTeamState } from '@guanhu/shared/care-team/case-team.terms';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { openPatientName } from '../registry/registry.public.ts';

export type CaseTeamRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly state: CaseTeamState;
  readonly reasons: readonly CaseReason[];
  readonly proposedOn: CalendarDate;
  readonly openedOn: CalendarDate | null;
  readonly leaderId: Id | null;
  readonly plan: CasePlan | null;
  readonly reviewOn: CalendarDate | null;
  readonly round: number;
  readonly closingReason: string | null;
  readonly askedBy: Id | null;
  readonly askedAt: Date | null;
  readonly agreedBy: Id | null;
  readonly closedOn: CalendarDate | null;
  readonly version: number;
};

const place = (row: Id, column: 'plan_sealed' | 'closing_reason_sealed') => ({ table: 'case_team', row, column });
const COLUMNS = `case_team.id, case_team.patient_id AS "patientId", case_team.state, reasons, proposed_on AS "proposedOn", opened_on AS "openedOn",
  leader_id AS "leaderId", plan_sealed, review_on AS "reviewOn", round, closing_reason_sealed, asked_by AS "askedBy", asked_at AS "askedAt",
  agreed_by AS "agreedBy", closed_on AS "closedOn", case_team.version`;

type Sealed = Omit<CaseTeamRow, 'plan' | 'closingReason'> & { plan_sealed: Buffer | null; closing_reason_sealed: Buffer | null };
function opened(vault: CountyVault, { plan_sealed, closing_reason_sealed, ...row }: Sealed): CaseTeamRow {
  const open = (column: 'plan_sealed' | 'closing_reason_sealed', sealed: Buffer | null) =>
    sealed === null ? null : vault.open(place(row.id, column), sealed);
  const plan = open('plan_sealed', plan_sealed);
  return {
    ...row,
    plan: plan === null ? null : (JSON.parse(plan) as CasePlan),
    closingReason: open('closing_reason_sealed', closing_reason_sealed),
  };
}

export async function readCaseTeam(reader: Reader, vault: CountyVault, id: Id): Promise<CaseTeamRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM case_team WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** For a decision about it. */
export async function lockCaseTeam(tx: Tx, vault: CountyVault, id: Id): Promise<CaseTeamRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM case_team WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row && opened(vault, row);
}

export type CaseTeamLine = Pick<CaseTeamRow, 'id' | 'patientId' | 'state' | 'reasons' | 'reviewOn'> & {
  readonly patientName: string;
  readonly villageName: string;
};

/** Case teams of patients within the scope, newest first, before the row `before`. A team that never stood is only shown when asked for. */
export async function readCaseTeams(
  reader: Reader,
  vault: CountyVault,
  asked: { scope: Scope; state: CaseTeamState | null; patientId: Id | null; before: Id | null; limit: number; day: CalendarDate },
): Promise<CaseTeamLine[]> {
  const rows = await reader.sql<Omit<CaseTeamLine, 'patientName'> & { name_sealed: Buffer }>(
    `SELECT case_team.id, case_team.patient_id AS "patientId", case_team.state, reasons, review_on AS "reviewOn", patient.name_sealed,
       area.name AS "villageName"
     FROM case_team
     JOIN patient ON patient.county_id = $1 AND patient.id = case_team.patient_id
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE case_team.county_id = $1 AND (case_team.state = $2 OR ($2 IS NULL AND case_team.state <> 'lapsed'))
       AND ($3::uuid IS NULL OR case_team.patient_id = $3) AND ($4::uuid IS NULL OR case_team.id < $4)
       AND (area.path && $5::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = case_team.patient_id
           AND team_seat.person_id = ANY($6::uuid[]) AND since <= $7 AND (until IS NULL OR until >= $7)))
     ORDER BY case_team.id DESC LIMIT $8`,
    [reader.countyId, asked.state, asked.patientId, asked.before, asked.scope.areas, asked.scope.seats, asked.day, asked.limit],
  );
  return rows.map(({ name_sealed, ...row }) => ({ ...row, patientName: openPatientName(vault, row.patientId, name_sealed) }));
}

/** What the assessment knows of the patient now. It stands above this room and cannot be asked; its row can be read. */
export async function readCaseFacts(reader: Reader, patientId: Id): Promise<CaseFacts & { readonly state: PatientState }> {
  const [row] = await reader.sql<CaseFacts & { state: PatientState }>(
    `SELECT standing.stability, standing.risk, standing.last_incident_on AS "lastIncidentOn", patient.state
     FROM patient LEFT JOIN standing ON standing.county_id = $1 AND standing.id = patient.id
     WHERE patient.county_id = $1 AND patient.id = $2`,
    [reader.countyId, patientId],
  );
  if (!row) throw new Error('a patient that vanished');
  return row;
}

/** The patient's case team that is not over, locked; and the day on which the last one ended. The patient's row keeps two events apart. */
export async function lockCaseOf(
  tx: Tx,
  patientId: Id,
): Promise<{ live: { id: Id; state: CaseTeamState } | null; settledOn: CalendarDate | null }> {
  await tx.sql('SELECT id FROM patient WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, patientId]);
  const rows = await tx.sql<{ id: Id; state: CaseTeamState; closedOn: CalendarDate | null }>(
    `SELECT id, state, closed_on AS "closedOn" FROM case_team WHERE county_id = $1 AND patient_id = $2 AND state <> 'lapsed' ORDER BY id DESC`,
    [tx.countyId, patientId],
  );
  const live = rows.find(row => row.state !== 'closed');
  return { live: live ?? null, settledOn: rows.find(row => row.state === 'closed')?.closedOn ?? null };
}

export async function insertProposal(
  tx: Tx,
  one: { patientId: Id; reasons: readonly CaseReason[]; today: CalendarDate; formBy: CalendarDate },
): Promise<Id> {
  const id = newId();
  await tx.sql(
    `INSERT INTO case_team (county_id, id, patient_id, state, reasons, proposed_on, review_on) VALUES ($1, $2, $3, 'proposed', $4, $5, $6)`,
    [tx.countyId, id, one.patientId, one.reasons, one.today, one.formBy],
  );
  return id;
}

export async function setReasons(tx: Tx, id: Id, reasons: readonly CaseReason[]): Promise<void> {
  await tx.sql('UPDATE case_team SET reasons = $3, version = version + 1 WHERE county_id = $1 AND id = $2 AND reasons <> $3', [
    tx.countyId,
    id,
    reasons,
  ]);
}

/** Moves the team on; what is not named stays. The caller holds the row. */
export async function updateCaseTeam(
  tx: Tx,
  vault: CountyVault,
  id: Id,
  change: {
    readonly state: CaseTeamState;
    readonly openedOn?: CalendarDate;
    readonly leaderId?: Id;
    readonly plan?: CasePlan;
    readonly reviewOn?: CalendarDate | null;
    readonly nextRound?: boolean;
    readonly closing?: { readonly reason: string; readonly by: Id; readonly at: Date } | null;
    readonly closed?: { readonly by: Id; readonly on: CalendarDate };
  },
): Promise<void> {
  const { closing } = change;
  await tx.sql(
    `UPDATE case_team SET state = $3, opened_on = coalesce($4, opened_on), leader_id = coalesce($5, leader_id), plan_sealed = coalesce($6, plan_sealed),
       review_on = CASE WHEN $7 THEN $8::date ELSE review_on END, round = round + $9,
       closing_reason_sealed = CASE WHEN $10 THEN $11::bytea ELSE closing_reason_sealed END,
       asked_by = CASE WHEN $10 THEN $12::uuid ELSE asked_by END, asked_at = CASE WHEN $10 THEN $13::timestamptz ELSE asked_at END,
       agreed_by = coalesce($14, agreed_by), closed_on = coalesce($15, closed_on), version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      id,
      change.state,
      change.openedOn ?? null,
      change.leaderId ?? null,
      change.plan === undefined ? null : vault.seal(place(id, 'plan_sealed'), JSON.stringify(change.plan)),
      change.reviewOn !== undefined,
      change.reviewOn ?? null,
      change.nextRound === true ? 1 : 0,
      closing !== undefined,
      closing ? vault.seal(place(id, 'closing_reason_sealed'), closing.reason) : null,
      closing?.by ?? null,
      closing?.at ?? null,
      change.closed?.by ?? null,
      change.closed?.on ?? null,
    ],
  );
}

export type CaseMember = { readonly personId: Id; readonly post: CasePost };

/** Members on `day`. */
export const readCaseMembers = (reader: Reader, caseTeamId: Id, day: CalendarDate): Promise<CaseMember[]> =>
  reader.sql(
    `SELECT person_id AS "personId", post FROM case_team_member
     WHERE county_id = $1 AND case_team_id = $2 AND since <= $3 AND (until IS NULL OR until >= $3) ORDER BY since, id`,
    [reader.countyId, caseTeamId, day],
  );

export async function insertCaseMembers(tx: Tx, caseTeamId: Id, members: readonly CaseMember[], since: CalendarDate): Promise<void> {
  await tx.sql(
    `INSERT INTO case_team_member (county_id, id, case_team_id, person_id, post, since)
     SELECT $1, new_id(), $2, member.person_id, member.post, $5 FROM unnest($3::uuid[], $4::text[]) AS member (person_id, post)`,
    [tx.countyId, caseTeamId, members.map(member => member.personId), members.map(member => member.post), since],
  );
}

export type CaseReviewRow = { readonly id: Id; readonly on: CalendarDate; readonly by: Id; readonly finding: string };
const finding = (row: Id) => ({ table: 'case_review', row, column: 'finding_sealed' });

/** Newest first. */
export async function readCaseReviews(reader: Reader, vault: CountyVault, caseTeamId: Id): Promise<CaseReviewRow[]> {
  const rows = await reader.sql<{ id: Id; on: CalendarDate; by: Id; finding_sealed: Buffer }>(
    'SELECT id, on_day AS "on", by_id AS "by", finding_sealed FROM case_review WHERE county_id = $1 AND case_team_id = $2 ORDER BY id DESC',
    [reader.countyId, caseTeamId],
  );
  return rows.map(({ finding_sealed, ...row }) => ({ ...row, finding: vault.open(finding(row.id), finding_sealed) }));
}

/** @returns false when the id is taken. */
export async function insertCaseReview(tx: Tx, vault: CountyVault, review: CaseReviewRow & { readonly caseTeamId: Id }): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO case_review (county_id, id, case_team_id, on_day, by_id, finding_sealed) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, review.id, review.caseTeamId, review.on, review.by, vault.seal(finding(review.id), review.finding)],
  );
  return rows.length === 1;
}

/** Memberships and lead of a person who goes pass to the successor, unless that one is a member; without one they end. */
export async function passCases(tx: Tx, { from, to, on }: { from: Id; to: Id | null; on: CalendarDate }): Promise<void> {
  await tx.sql(
    `WITH ended AS (
       UPDATE case_team_member SET until = greatest($4::date - 1, since - 1)
       WHERE county_id = $1 AND person_id = $2 AND (until IS NULL OR until >= $4) RETURNING case_team_id, post)
     INSERT INTO case_team_member (county_id, id, case_team_id, person_id, post, since)
     SELECT $1, new_id(), case_team_id, $3, post, $4 FROM (SELECT DISTINCT ON (case_team_id) case_team_id, post FROM ended) AS passed
     WHERE $3::uuid IS NOT NULL AND NOT EXISTS (
       SELECT FROM case_team_member AS held WHERE held.county_id = $1 AND held.case_team_id = passed.case_team_id
         AND held.person_id = $3 AND held.until IS NULL)`,
    [tx.countyId, from, to, on],
  );
  await tx.sql(
    `UPDATE case_team SET leader_id = $3, version = version + 1
     WHERE county_id = $1 AND leader_id = $2 AND state IN ('open', 'closing')`,
    [tx.countyId, from, to],
  );
}
