import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { LIVE_RELIEF_STATES } from '@guanhu/shared/relief/relief-life.rules';
import type { AppliedBenefit, ReliefAct, ReliefOffice, ReliefState } from '@guanhu/shared/relief/relief.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { Said } from '../platform/files/voice-note.ts';
import { newId } from '../platform/ids.ts';

export type ReliefRow = {
  readonly id: Id;
  readonly state: ReliefState;
  readonly version: number;
  readonly patient_id: Id;
  /** Where the patient lives today. */
  readonly village_id: Id;
  readonly benefit: AppliedBenefit;
  readonly office: ReliefOffice;
  readonly fast: boolean;
  readonly policy_seq: number;
  readonly due_on: CalendarDate | null;
  readonly asked: string[];
  readonly handed_in: string[];
  readonly decided_by: Id | null;
  readonly object_until: CalendarDate | null;
  readonly created_at: Date;
};

const FROM = `SELECT relief.id, relief.state, relief.version, relief.patient_id, patient.village_id, relief.benefit, relief.office, relief.fast,
    relief.policy_seq, relief.due_on, relief.asked, relief.handed_in, relief.decided_by, relief.object_until, relief.created_at
  FROM relief_application AS relief JOIN patient ON patient.county_id = $1 AND patient.id = relief.patient_id`;
const wordsOf = (row: Id) => ({ table: 'relief_step', row, column: 'words_sealed' });
const voiceOf = (row: Id) => ({ table: 'relief_step', row, column: 'voice_sealed' });

/** @throws Refusal RELIEF_LIVES when another one for the benefit is under way, or the id is taken */
export async function insertRelief(
  tx: Tx,
  one: Pick<ReliefRow, 'id' | 'patient_id' | 'benefit' | 'office' | 'fast' | 'policy_seq' | 'due_on' | 'created_at'> & {
    readonly asked: readonly string[];
  },
): Promise<void> {
  const rows = await tx.sql(
    `INSERT INTO relief_application (county_id, id, state, patient_id, benefit, office, fast, policy_seq, due_on, asked, handed_in, created_at)
     VALUES ($1, $2, 'collecting', $3, $4, $5, $6, $7, $8, $9::text[], '{}', $10) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.patient_id, one.benefit, one.office, one.fast, one.policy_seq, one.due_on, one.asked, one.created_at],
  );
  if (rows.length === 0) throw new Refusal('RELIEF_LIVES');
}

export async function readReliefRow(reader: Reader, id: Id): Promise<ReliefRow | undefined> {
  const [row] = await reader.sql<ReliefRow>(`${FROM} WHERE relief.county_id = $1 AND relief.id = $2`, [reader.countyId, id]);
  return row;
}

/** Newest first; at most so many as a family can have. */
export const reliefOfPatient = (reader: Reader, patientId: Id): Promise<ReliefRow[]> =>
  reader.sql(`${FROM} WHERE relief.county_id = $1 AND relief.patient_id = $2 ORDER BY relief.id DESC LIMIT 100`, [
    reader.countyId,
    patientId,
  ]);

/** Newest first, of patients who live in one of these areas today. */
export const listReliefRows = (
  reader: Reader,
  filter: { areas: readonly Id[]; state: ReliefState | null; patientId: Id | null; before: Id | null; limit: number },
): Promise<ReliefRow[]> =>
  reader.sql(
    `${FROM} JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE relief.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR relief.state = $3)
       AND ($4::uuid IS NULL OR relief.patient_id = $4) AND ($5::uuid IS NULL OR relief.id < $5)
     ORDER BY relief.id DESC LIMIT $6`,
    [reader.countyId, filter.areas, filter.state, filter.patientId, filter.before, filter.limit],
  );

export type ReliefMove = {
  readonly state: ReliefState;
  readonly dueOn: CalendarDate | null;
  readonly handedIn?: readonly string[];
  readonly decidedBy?: Id;
  readonly objectUntil?: CalendarDate;
};

/** @throws Refusal STALE when somebody moved it since `version` was read */
export async function moveReliefRow(tx: Tx, row: ReliefRow, version: number, to: ReliefMove): Promise<void> {
  const rows = await tx.sql(
    `UPDATE relief_application SET state = $4, due_on = $5, handed_in = $6::text[], decided_by = $7, object_until = $8, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [
      tx.countyId,
      row.id,
      version,
      to.state,
      to.dueOn,
      to.handedIn ?? row.handed_in,
      to.decidedBy ?? row.decided_by,
      to.objectUntil ?? row.object_until,
    ],
  );
  if (rows.length === 0) throw new Refusal('STALE');
}

export type ReliefStep = {
  readonly id: Id;
  readonly act: ReliefAct;
  readonly personId: Id;
  readonly words: string | null;
  readonly hasVoice: boolean;
  readonly at: Date;
};

export async function insertReliefStep(
  tx: Tx,
  vault: CountyVault,
  reliefId: Id,
  step: Omit<ReliefStep, 'id' | 'words' | 'hasVoice'> & Said,
): Promise<void> {
  const id = newId();
  await tx.sql(
    'INSERT INTO relief_step (county_id, id, relief_id, act, person_id, words_sealed, voice_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      tx.countyId,
      id,
      reliefId,
      step.act,
      step.personId,
      step.words === null ? null : vault.seal(wordsOf(id), step.words),
      step.voice && vault.seal(voiceOf(id), step.voice),
      step.at,
    ],
  );
}

/** What was said with a step; undefined when nothing was. */
export async function readReliefVoiceBytes(
  reader: Reader,
  vault: CountyVault,
  { reliefId, stepId }: { reliefId: Id; stepId: Id },
): Promise<Buffer | undefined> {
  const [row] = await reader.sql<{ sealed: Buffer | null }>(
    'SELECT voice_sealed AS sealed FROM relief_step WHERE county_id = $1 AND relief_id = $2 AND id = $3',
    [reader.countyId, reliefId, stepId],
  );
  return row?.sealed ? vault.openBytes(voiceOf(stepId), row.sealed) : undefined;
}

/** In the order in which they happened. */
/** When something was last done about an application. */
export async function lastReliefStepAt(reader: Reader, reliefId: Id): Promise<Date | undefined> {
  const [row] = await reader.sql<{ at: Date | null }>('SELECT max(at) AS at FROM relief_step WHERE county_id = $1 AND relief_id = $2', [
    reader.countyId,
    reliefId,
  ]);
  return row?.at ?? undefined;
}

export async function readReliefSteps(reader: Reader, vault: CountyVault, reliefId: Id): Promise<ReliefStep[]> {
  const rows = await reader.sql<{ id: Id; act: ReliefAct; person_id: Id; words_sealed: Buffer | null; hasVoice: boolean; at: Date }>(
    `SELECT id, act, person_id, words_sealed, voice_sealed IS NOT NULL AS "hasVoice", at FROM relief_step
     WHERE county_id = $1 AND relief_id = $2 ORDER BY at, id`,
    [reader.countyId, reliefId],
  );
  return rows.map(({ id, act, person_id, words_sealed, hasVoice, at }) => ({
    id,
    act,
    hasVoice,
    personId: person_id,
    words: words_sealed === null ? null : vault.open(wordsOf(id), words_sealed),
    at,
  }));
}

/** Of each benefit the application that is under way. */
export const isLiveRelief = ({ state }: Pick<ReliefRow, 'state'>): boolean => LIVE_RELIEF_STATES.some(live => live === state);
