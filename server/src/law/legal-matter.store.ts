import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { LegalAct, LegalKind, LegalOutcome, LegalState, LegalSubject } from '@guanhu/shared/law/legal-matter.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type MatterRow = {
  readonly id: Id;
  readonly patientId: Id | null;
  /** Where the patient lives today or the conflict is, from the county down. */
  readonly areaPath: readonly Id[];
  readonly areaName: string;
  readonly kind: LegalKind;
  readonly subject: LegalSubject | null;
  readonly state: LegalState;
  readonly outcome: LegalOutcome | null;
  readonly ownerId: Id;
  readonly foundOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly version: number;
};
const FROM = `SELECT matter.id, matter.patient_id AS "patientId", area.path AS "areaPath", area.name AS "areaName", matter.kind, matter.subject,
    matter.state, matter.outcome, matter.owner_id AS "ownerId", matter.found_on AS "foundOn", matter.due_on AS "dueOn", matter.version
  FROM legal_matter AS matter LEFT JOIN patient ON patient.county_id = $1 AND patient.id = matter.patient_id
    JOIN area ON area.county_id = $1 AND area.id = coalesce(patient.village_id, matter.area_id)`;
const wordsOf = (row: Id) => ({ table: 'legal_step', row, column: 'words_sealed' });

type NewMatter = Pick<MatterRow, 'id' | 'patientId' | 'kind' | 'subject' | 'ownerId' | 'foundOn' | 'dueOn'> & {
  readonly areaId: Id | null;
  readonly recordedBy: Id;
  readonly now: Date;
};
/** @returns false when the id is taken. */
export async function insertMatter(tx: Tx, one: NewMatter): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO legal_matter (county_id, id, patient_id, area_id, kind, subject, owner_id, found_on, due_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.patientId, one.areaId, one.kind, one.subject, one.ownerId, one.foundOn, one.dueOn, one.recordedBy, one.now],
  );
  return rows.length === 1;
}

export async function readMatter(reader: Reader, id: Id): Promise<MatterRow | undefined> {
  const [row] = await reader.sql<MatterRow>(`${FROM} WHERE matter.county_id = $1 AND matter.id = $2`, [reader.countyId, id]);
  return row;
}

/** Newest first, of these areas, before the row `before`. */
export const readMatters = (
  reader: Reader,
  asked: { areas: readonly Id[]; state: LegalState | null; patientId: Id | null; before: Id | null; limit: number },
): Promise<MatterRow[]> =>
  reader.sql(
    `${FROM} WHERE matter.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR matter.state = $3)
       AND ($4::uuid IS NULL OR matter.patient_id = $4) AND ($5::uuid IS NULL OR matter.id < $5)
     ORDER BY matter.id DESC LIMIT $6`,
    [reader.countyId, asked.areas, asked.state, asked.patientId, asked.before, asked.limit],
  );

/** @returns the new version; undefined when somebody was faster. */
export async function moveMatter(
  tx: Tx,
  { id, version }: { readonly id: Id; readonly version: number },
  to: { readonly state: LegalState; readonly outcome?: LegalOutcome; readonly ownerId?: Id; readonly dueOn?: CalendarDate },
): Promise<number | undefined> {
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE legal_matter SET state = $4, outcome = $5, owner_id = coalesce($6, owner_id), due_on = coalesce($7, due_on), version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    [tx.countyId, id, version, to.state, to.outcome ?? null, to.ownerId ?? null, to.dueOn ?? null],
  );
  return row?.version;
}

/** Whoever leaves hands what they see to to the successor. @returns the matters that changed hands */
export async function passMatters(tx: Tx, { from, to }: { from: Id; to: Id }): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE legal_matter SET owner_id = $3, version = version + 1 WHERE county_id = $1 AND owner_id = $2 AND state <> 'closed' RETURNING id`,
    [tx.countyId, from, to],
  );
  return rows.map(row => row.id);
}

type StepRow = { readonly act: LegalAct; readonly personId: Id; readonly words: string; readonly at: Date };

export async function insertStep(tx: Tx, vault: CountyVault, matterId: Id, step: StepRow): Promise<void> {
  const id = newId();
  await tx.sql('INSERT INTO legal_step (county_id, id, matter_id, act, person_id, words_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    tx.countyId,
    id,
    matterId,
    step.act,
    step.personId,
    vault.seal(wordsOf(id), step.words),
    step.at,
  ]);
}

/** In the order in which they happened. */
export async function readSteps(reader: Reader, vault: CountyVault, matterId: Id): Promise<StepRow[]> {
  const rows = await reader.sql<{ id: Id; act: LegalAct; personId: Id; words_sealed: Buffer; at: Date }>(
    'SELECT id, act, person_id AS "personId", words_sealed, at FROM legal_step WHERE county_id = $1 AND matter_id = $2 ORDER BY id',
    [reader.countyId, matterId],
  );
  return rows.map(({ id, words_sealed, ...step }) => ({ ...step, words: vault.open(wordsOf(id), words_sealed) }));
}
