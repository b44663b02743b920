import { LIVE_APPLICATION_STATES } from '@guanhu/shared/agreements/application-life.rules';
import type {
  ApplicationAct,
  ApplicationStage,
  ApplicationState,
  Department,
  OpinionStand,
} from '@guanhu/shared/agreements/application.terms';
import type { Finding } from '@guanhu/shared/agreements/eligibility.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { Said } from '../platform/files/voice-note.ts';
import { newId } from '../platform/ids.ts';

/** What the family states in its application. */
export type Statement = {
  readonly livesTogether: boolean;
  readonly reallyCares: boolean;
  readonly words: string | null;
  readonly files: readonly Id[];
};

export type ApplicationRow = {
  readonly id: Id;
  readonly state: ApplicationState;
  readonly version: number;
  readonly round: number;
  readonly patient_id: Id;
  readonly guardian_id: Id;
  readonly written_by: Id | null;
  /** County, township, village. */
  readonly area_path: Id[];
  readonly from_on: CalendarDate;
  readonly to_on: CalendarDate;
  readonly due_on: CalendarDate | null;
  readonly refused_at: ApplicationStage | null;
  readonly object_until: CalendarDate | null;
  readonly officer_id: Id | null;
  readonly created_at: Date;
  readonly agreement_id: Id | null;
};

const COLUMNS = `id, state, version, round, patient_id, guardian_id, written_by, area_path, from_on, to_on, due_on, refused_at, object_until, officer_id,
  created_at, (SELECT agreement.id FROM agreement WHERE agreement.county_id = $1 AND agreement.application_id = reward_application.id
    AND agreement.state <> 'terminated' LIMIT 1) AS agreement_id`;
const statementOf = (row: Id) => ({ table: 'reward_application', row, column: 'statement_sealed' });
const wordsOf = (row: Id) => ({ table: 'reward_application_step', row, column: 'words_sealed' });
const voiceOf = (row: Id) => ({ table: 'reward_application_step', row, column: 'voice_sealed' });
const findingsOf = (row: Id) => ({ table: 'reward_application_step', row, column: 'findings_sealed' });

/** @throws Refusal APPLICATION_LIVES when another one for the patient is under way; INPUT_INVALID when the id is taken */
export async function insertApplication(
  tx: Tx,
  vault: CountyVault,
  one: Pick<
    ApplicationRow,
    'id' | 'patient_id' | 'guardian_id' | 'written_by' | 'area_path' | 'from_on' | 'to_on' | 'due_on' | 'created_at'
  >,
  statement: Statement,
): Promise<void> {
  const [live] = await tx.sql(
    'SELECT id FROM reward_application WHERE county_id = $1 AND patient_id = $2 AND state = ANY($3::text[]) LIMIT 1',
    [tx.countyId, one.patient_id, LIVE_APPLICATION_STATES],
  );
  if (live) throw new Refusal('APPLICATION_LIVES');
  const rows = await tx.sql(
    `INSERT INTO reward_application (county_id, id, state, patient_id, guardian_id, written_by, area_path, from_on, to_on, due_on, statement_sealed, created_at)
     VALUES ($1, $2, 'villageReview', $3, $4, $5, $6::uuid[], $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.patient_id,
      one.guardian_id,
      one.written_by,
      one.area_path,
      one.from_on,
      one.to_on,
      one.due_on,
      vault.seal(statementOf(one.id), JSON.stringify(statement)),
      one.created_at,
    ],
  );
  if (rows.length === 0) throw new Refusal('APPLICATION_LIVES');
}

export async function readApplicationRow(reader: Reader, id: Id): Promise<ApplicationRow | undefined> {
  const [row] = await reader.sql<ApplicationRow>(`SELECT ${COLUMNS} FROM reward_application WHERE county_id = $1 AND id = $2`, [
    reader.countyId,
    id,
  ]);
  return row;
}

/** The row stays as it is until the transaction ends. */
export async function lockApplication(tx: Tx, id: Id): Promise<ApplicationRow | undefined> {
  await tx.sql('SELECT id FROM reward_application WHERE county_id = $1 AND id = $2 FOR UPDATE', [tx.countyId, id]);
  return readApplicationRow(tx, id);
}

export async function readStatement(reader: Reader, vault: CountyVault, id: Id): Promise<Statement> {
  const [row] = await reader.sql<{ statement_sealed: Buffer }>(
    'SELECT statement_sealed FROM reward_application WHERE county_id = $1 AND id = $2',
    [reader.countyId, id],
  );
  if (!row) throw new Error('an application without its statement');
  return JSON.parse(vault.open(statementOf(id), row.statement_sealed)) as Statement;
}

/** Newest first. */
export const listApplicationRows = (
  reader: Reader,
  filter: {
    areas: readonly Id[];
    state: ApplicationState | null;
    patientId: Id | null;
    /** In one of these states within these areas; null: in any. */
    waiting: readonly { readonly state: ApplicationState; readonly areas: readonly Id[] }[] | null;
    before: Id | null;
    limit: number;
  },
): Promise<ApplicationRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM reward_application
     WHERE county_id = $1 AND area_path && $2::uuid[] AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR patient_id = $4)
       AND ($5::uuid IS NULL OR id < $5)
       AND ($7::jsonb IS NULL OR EXISTS (SELECT FROM jsonb_to_recordset($7::jsonb) AS ask (state text, areas uuid[])
         WHERE ask.state = reward_application.state AND ask.areas && area_path))
       AND ($7::jsonb IS NULL OR state <> 'approved' OR NOT EXISTS (SELECT FROM agreement WHERE agreement.county_id = $1
         AND agreement.application_id = reward_application.id AND agreement.state <> 'terminated'))
     ORDER BY id DESC LIMIT $6`,
    [
      reader.countyId,
      filter.areas,
      filter.state,
      filter.patientId,
      filter.before,
      filter.limit,
      filter.waiting === null ? null : JSON.stringify(filter.waiting),
    ],
  );

/** Another officer is named to answer; an answer that is being written is not in its way. */
export async function nameOfficer(tx: Tx, id: Id, officerId: Id): Promise<void> {
  await tx.sql('UPDATE reward_application SET officer_id = $3 WHERE county_id = $1 AND id = $2', [tx.countyId, id, officerId]);
}

/** Applications whose day for the next step has passed. */
export const lateApplications = (
  reader: Reader,
  today: CalendarDate,
): Promise<(Pick<ApplicationRow, 'id' | 'state' | 'version' | 'patient_id'> & { readonly due_on: CalendarDate })[]> =>
  reader.sql(
    `SELECT id, state, version, patient_id, due_on FROM reward_application
     WHERE county_id = $1 AND state IN ('villageReview', 'townshipReview', 'countyApproval', 'objected') AND due_on < $2 ORDER BY due_on, id`,
    [reader.countyId, today],
  );

/** Whether the patient has an agreement that lives, and else the application that is under way. */
export async function rewardUnderWay(reader: Reader, patientId: Id): Promise<'agreement' | 'application' | null> {
  const [row] = await reader.sql<{ agreement: boolean; application: boolean }>(
    `SELECT EXISTS (SELECT FROM agreement WHERE county_id = $1 AND patient_id = $2 AND state IN ('active', 'suspended')) AS agreement,
       EXISTS (SELECT FROM reward_application WHERE county_id = $1 AND patient_id = $2 AND state = ANY($3::text[])) AS application`,
    [reader.countyId, patientId, [...LIVE_APPLICATION_STATES, 'approved']],
  );
  if (row?.agreement) return 'agreement';
  return row?.application ? 'application' : null;
}

export const applicationsOfGuardian = (reader: Reader, guardianId: Id): Promise<ApplicationRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM reward_application WHERE county_id = $1 AND guardian_id = $2 ORDER BY id DESC LIMIT 50`, [
    reader.countyId,
    guardianId,
  ]);

export type ApplicationMove = {
  readonly state: ApplicationState;
  readonly dueOn: CalendarDate | null;
  readonly round?: number;
  readonly refusedAt?: ApplicationStage | null;
  readonly objectUntil?: CalendarDate | null;
  readonly officerId?: Id | null;
};

/** @throws Refusal STALE when somebody moved it since `version` was read. */
export async function moveApplicationRow(tx: Tx, row: ApplicationRow, version: number, to: ApplicationMove): Promise<void> {
  const moved = { round: row.round, refusedAt: row.refused_at, objectUntil: row.object_until, officerId: row.officer_id, ...to };
  const rows = await tx.sql(
    `UPDATE reward_application SET state = $4, due_on = $5, round = $6, refused_at = $7, object_until = $8, officer_id = $9, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, row.id, version, moved.state, moved.dueOn, moved.round, moved.refusedAt, moved.objectUntil, moved.officerId],
  );
  if (rows.length === 0) throw new Refusal('STALE');
}

export async function replaceStatement(tx: Tx, vault: CountyVault, id: Id, statement: Statement): Promise<void> {
  await tx.sql('UPDATE reward_application SET statement_sealed = $3 WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    id,
    vault.seal(statementOf(id), JSON.stringify(statement)),
  ]);
}

export type ApplicationStep = {
  readonly id: Id;
  readonly act: ApplicationAct;
  readonly stage: ApplicationStage | null;
  readonly department: Department | null;
  readonly stand: OpinionStand | null;
  readonly personId: Id;
  readonly words: string | null;
  readonly hasVoice: boolean;
  readonly round: number;
  readonly at: Date;
};
export type NewApplicationStep = Omit<ApplicationStep, 'id' | 'words' | 'hasVoice'> & Said;

/** @throws Refusal APPLICATION_OPINION_GIVEN when the department, or the person, was quicker */
export async function insertApplicationStep(
  tx: Tx,
  vault: CountyVault,
  applicationId: Id,
  step: NewApplicationStep,
  findings: readonly Finding[] | null,
): Promise<void> {
  const id = newId();
  const rows = await tx.sql(
    `INSERT INTO reward_application_step (county_id, id, application_id, act, stage, department, stand, person_id, words_sealed, findings_sealed, round, at,
       voice_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      id,
      applicationId,
      step.act,
      step.stage,
      step.department,
      step.stand,
      step.personId,
      step.words === null ? null : vault.seal(wordsOf(id), step.words),
      findings === null ? null : vault.seal(findingsOf(id), JSON.stringify(findings)),
      step.round,
      step.at,
      step.voice && vault.seal(voiceOf(id), step.voice),
    ],
  );
  if (rows.length === 0) throw new Refusal('APPLICATION_OPINION_GIVEN');
}

/** In the order in which they happened. */
export async function readApplicationSteps(reader: Reader, vault: CountyVault, applicationId: Id): Promise<ApplicationStep[]> {
  const rows = await reader.sql<Omit<ApplicationStep, 'personId' | 'words'> & { person_id: Id; words_sealed: Buffer | null }>(
    `SELECT id, act, stage, department, stand, person_id, words_sealed, voice_sealed IS NOT NULL AS "hasVoice", round, at FROM reward_application_step
     WHERE county_id = $1 AND application_id = $2 ORDER BY at, id`,
    [reader.countyId, applicationId],
  );
  return rows.map(({ person_id, words_sealed, ...step }) => ({
    ...step,
    personId: person_id,
    words: words_sealed === null ? null : vault.open(wordsOf(step.id), words_sealed),
  }));
}

/** What was said with a step; undefined when nothing was. */
export async function readApplicationVoiceBytes(
  reader: Reader,
  vault: CountyVault,
  { applicationId, stepId }: { applicationId: Id; stepId: Id },
): Promise<Buffer | undefined> {
  const [row] = await reader.sql<{ sealed: Buffer | null }>(
    'SELECT voice_sealed AS sealed FROM reward_application_step WHERE county_id = $1 AND application_id = $2 AND id = $3',
    [reader.countyId, applicationId, stepId],
  );
  return row?.sealed ? vault.openBytes(voiceOf(stepId), row.sealed) : undefined;
}
