import type { AgreementState } from '@guanhu/shared/agreements/agreements.terms';
import type { AgreementText } from '@guanhu/shared/agreements/agreement-template';
import { LIVE_AGREEMENT_STATES } from '@guanhu/shared/agreements/agreement-life.rules';
import type { StandardClass } from '@guanhu/shared/agreements/standard.rules';
import type { Stroke } from '@guanhu/shared/agreements/signature.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RewardPolicy } from '@guanhu/shared/policy/policy.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type AgreementRow = {
  readonly id: Id;
  readonly number: string;
  readonly state: AgreementState;
  readonly version: number;
  readonly patient_id: Id;
  readonly guardian_id: Id;
  readonly application_id: Id;
  /** County, township, village. */
  readonly area_path: Id[];
  readonly from_on: CalendarDate;
  readonly to_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly anchor_on: CalendarDate;
  readonly cycle: RewardPolicy['cycle'];
  readonly standards: { readonly from: CalendarDate; readonly yearlyFen: number }[];
  readonly standard_class: StandardClass;
  /** Numerator and denominator of what the agreement before left over of a fen. */
  readonly carry: readonly [string, string] | null;
  readonly percent: RewardPolicy['percent'];
  readonly cap_fen: number | null;
  readonly objection_days: number;
  readonly template_version: string;
  readonly settled_through: CalendarDate | null;
  /** What its periods earn together in full, once they are laid out. */
  readonly earned_fen: number | null;
  readonly pauses: { readonly from: CalendarDate; readonly until: CalendarDate | null }[];
};
export type StepRow = { readonly act: AgreementStepAct; readonly person_id: Id | null; readonly at: Date };
export type AgreementStepAct = 'drafted' | 'signed' | 'countersigned' | 'suspended' | 'resumed' | 'terminated' | 'closed' | 'stopped';

const COLUMNS = `id, number, state, version, patient_id, guardian_id, application_id, area_path, from_on, to_on, last_on, anchor_on, cycle, standards, standard_class,
  carry, percent, cap_fen, objection_days, template_version, settled_through, earned_fen,
  (SELECT coalesce(json_agg(json_build_object('from', pause.from_on, 'until', pause.until_on) ORDER BY pause.from_on), '[]')
   FROM agreement_pause AS pause WHERE pause.county_id = $1 AND pause.agreement_id = agreement.id) AS pauses`;

export async function readAgreement(reader: Reader, id: Id): Promise<AgreementRow | undefined> {
  const [row] = await reader.sql<AgreementRow>(`SELECT ${COLUMNS} FROM agreement WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** The row stays as it is until the transaction ends. */
export async function lockAgreement(tx: Tx, id: Id): Promise<AgreementRow | undefined> {
  await tx.sql('SELECT id FROM agreement WHERE county_id = $1 AND id = $2 FOR UPDATE', [tx.countyId, id]);
  return readAgreement(tx, id);
}

/** Newest first. `areas` null: all areas. */
export const listAgreements = (
  reader: Reader,
  filter: { areas: readonly Id[]; state: AgreementState | null; patientId: Id | null; before: Id | null; limit: number },
): Promise<AgreementRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM agreement
     WHERE county_id = $1 AND area_path && $2::uuid[] AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR patient_id = $4)
       AND ($5::uuid IS NULL OR id < $5) ORDER BY id DESC LIMIT $6`,
    [reader.countyId, filter.areas, filter.state, filter.patientId, filter.before, filter.limit],
  );

export const agreementsOfGuardian = (reader: Reader, guardianId: Id): Promise<AgreementRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM agreement WHERE county_id = $1 AND guardian_id = $2 ORDER BY from_on DESC, id DESC LIMIT 50`, [
    reader.countyId,
    guardianId,
  ]);

export const agreementsByIds = (reader: Reader, ids: readonly Id[]): Promise<AgreementRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM agreement WHERE county_id = $1 AND id = ANY($2::uuid[])`, [reader.countyId, ids]);

/** The concluded agreement about a patient whose duty ended on this day because the guardian changed. */
export async function readBefore(reader: Reader, patientId: Id, lastOn: CalendarDate): Promise<AgreementRow | undefined> {
  const [row] = await reader.sql<AgreementRow>(
    `SELECT ${COLUMNS} FROM agreement WHERE county_id = $1 AND patient_id = $2 AND state = 'terminated' AND last_on = $3 AND last_on >= from_on
       AND EXISTS (SELECT FROM agreement_step AS step WHERE step.county_id = $1 AND step.agreement_id = agreement.id
                   AND step.act = 'terminated' AND step.reason = 'guardianChanged')
       AND EXISTS (SELECT FROM agreement_signature AS signature WHERE signature.county_id = $1 AND signature.agreement_id = agreement.id
                   AND signature.side = 'township')
     ORDER BY id DESC LIMIT 1`,
    [reader.countyId, patientId, lastOn],
  );
  return row;
}

/** Running agreements with a day after $2 ahead of them, a page at a time; locked. */
export const lockRunning = (tx: Tx, day: CalendarDate, after: Id | null, most: number): Promise<AgreementRow[]> =>
  tx.sql(
    `SELECT ${COLUMNS} FROM agreement WHERE county_id = $1 AND state IN ('active', 'suspended') AND last_on >= $2 AND ($3::uuid IS NULL OR id > $3)
     ORDER BY id LIMIT $4 FOR UPDATE OF agreement`,
    [tx.countyId, day, after, most],
  );

/** Higher standards than were signed, from their days on. */
export async function storeStandards(tx: Tx, id: Id, standards: AgreementRow['standards']): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(
    'UPDATE agreement SET standards = $3, version = version + 1 WHERE county_id = $1 AND id = $2 RETURNING version',
    [tx.countyId, id, JSON.stringify(standards)],
  );
  if (!row) throw new Error('an agreement that is not there');
  return row.version;
}

/** The next serial of the year; two drafts at once take turns. */
export async function nextSerial(tx: Tx, year: number): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `INSERT INTO agreement_serial (county_id, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (county_id, year) DO UPDATE SET last = agreement_serial.last + 1 RETURNING last`,
    [tx.countyId, year],
  );
  if (!row) throw new Error('no serial');
  return row.last;
}

/** Whether the patient has another agreement that lives, or whose days of duty meet these. */
export async function overlaps(tx: Tx, patientId: Id, from: CalendarDate, to: CalendarDate): Promise<boolean> {
  const rows = await tx.sql(
    `SELECT 1 FROM agreement WHERE county_id = $1 AND patient_id = $2
       AND (state = ANY($5::text[]) OR (from_on <= $4 AND last_on >= $3)) LIMIT 1`,
    [tx.countyId, patientId, from, to, LIVE_AGREEMENT_STATES],
  );
  return rows.length > 0;
}

/** The number of another agreement of the patient that runs on some of these days; one that ended before it began runs on none. */
export async function overlapping(
  reader: Reader,
  { patientId, from, to, applicationId }: { patientId: Id; from: CalendarDate; to: CalendarDate; applicationId: Id },
): Promise<string | undefined> {
  const [row] = await reader.sql<{ number: string }>(
    `SELECT number FROM agreement WHERE county_id = $1 AND patient_id = $2 AND from_on <= $4 AND last_on >= $3 AND last_on >= from_on
       AND application_id IS DISTINCT FROM $5 ORDER BY from_on DESC LIMIT 1`,
    [reader.countyId, patientId, from, to, applicationId],
  );
  return row?.number;
}

export type NewAgreement = Pick<
  AgreementRow,
  | 'id'
  | 'number'
  | 'patient_id'
  | 'guardian_id'
  | 'application_id'
  | 'area_path'
  | 'from_on'
  | 'to_on'
  | 'anchor_on'
  | 'cycle'
  | 'standards'
  | 'standard_class'
  | 'carry'
  | 'percent'
  | 'cap_fen'
  | 'objection_days'
  | 'template_version'
>;

/** @throws Refusal AGREEMENT_OVERLAPS when another draft for the patient was quicker. */
export async function insertAgreement(tx: Tx, one: NewAgreement, now: Date): Promise<void> {
  const rows = await tx.sql(
    `INSERT INTO agreement (county_id, id, number, state, patient_id, guardian_id, area_path, from_on, to_on, last_on, cycle,
       standards, percent, cap_fen, objection_days, template_version, created_at, anchor_on, standard_class, carry, application_id)
     VALUES ($1, $2, $3, 'draft', $4, $5, $6::uuid[], $7, $8, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.number,
      one.patient_id,
      one.guardian_id,
      one.area_path,
      one.from_on,
      one.to_on,
      one.cycle,
      JSON.stringify(one.standards),
      JSON.stringify(one.percent),
      one.cap_fen,
      one.objection_days,
      one.template_version,
      now,
      one.anchor_on,
      one.standard_class,
      one.carry === null ? null : JSON.stringify(one.carry),
      one.application_id,
    ],
  );
  if (rows.length === 0) throw new Refusal('AGREEMENT_OVERLAPS');
}

/** @throws Refusal STALE when somebody moved it since `version` was read. */
export async function moveRow(
  tx: Tx,
  id: Id,
  version: number,
  to: { state: AgreementState; lastOn?: CalendarDate },
): Promise<{ id: Id; state: AgreementState; version: number }> {
  const rows = await tx.sql(
    `UPDATE agreement SET state = $4, version = version + 1, last_on = coalesce($5, last_on) WHERE county_id = $1 AND id = $2 AND version = $3
     RETURNING id`,
    [tx.countyId, id, version, to.state, to.lastOn ?? null],
  );
  if (rows.length === 0) throw new Refusal('STALE');
  return { id, state: to.state, version: version + 1 };
}

export async function insertStep(
  tx: Tx,
  agreementId: Id,
  act: AgreementStepAct,
  personId: Id | null,
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx.sql('INSERT INTO agreement_step (county_id, id, agreement_id, act, reason, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    tx.countyId,
    newId(),
    agreementId,
    act,
    reason,
    personId,
    now,
  ]);
}

export const readSteps = (reader: Reader, agreementId: Id): Promise<StepRow[]> =>
  reader.sql('SELECT act, person_id, at FROM agreement_step WHERE county_id = $1 AND agreement_id = $2 ORDER BY at, id', [
    reader.countyId,
    agreementId,
  ]);

const textOf = (row: Id) => ({ table: 'agreement_document', row, column: 'text_sealed' });

export type DocumentRow = { readonly text: AgreementText; readonly sha256: string; readonly sm3: string };

export async function insertDocument(tx: Tx, vault: CountyVault, agreementId: Id, document: DocumentRow): Promise<void> {
  await tx.sql('INSERT INTO agreement_document (county_id, id, text_sealed, content_sha256, content_sm3) VALUES ($1, $2, $3, $4, $5)', [
    tx.countyId,
    agreementId,
    vault.seal(textOf(agreementId), JSON.stringify(document.text)),
    document.sha256,
    document.sm3,
  ]);
}

/** @throws when an agreement has no document: it is written with the draft. */
export async function readDocument(reader: Reader, vault: CountyVault, agreementId: Id): Promise<DocumentRow> {
  const [row] = await reader.sql<{ text_sealed: Buffer; content_sha256: string; content_sm3: string }>(
    'SELECT text_sealed, content_sha256, content_sm3 FROM agreement_document WHERE county_id = $1 AND id = $2',
    [reader.countyId, agreementId],
  );
  if (!row) throw new Error('an agreement without its document');
  const text = JSON.parse(vault.open(textOf(agreementId), row.text_sealed)) as AgreementText;
  return { text, sha256: row.content_sha256, sm3: row.content_sm3 };
}

const strokesOf = (row: Id) => ({ table: 'agreement_signature', row, column: 'strokes_sealed' });

/** A photographed page, and the digest of its bytes as kept. */
export type SignedPage = { readonly attachmentId: Id; readonly sha256: string };

export type SignatureRow = {
  readonly side: 'guardian' | 'township';
  readonly personId: Id;
  readonly strokes: readonly Stroke[] | null;
  /** Of a signature on paper, with whoever saw it being made. */
  readonly paper: { readonly pages: readonly SignedPage[]; readonly witnessId: Id } | null;
  readonly at: Date;
};

export async function insertSignature(
  tx: Tx,
  vault: CountyVault,
  agreementId: Id,
  one: SignatureRow & { contentSha256: string; readToEnd: boolean },
): Promise<void> {
  const id = newId();
  await tx.sql(
    `INSERT INTO agreement_signature (county_id, id, agreement_id, side, person_id, strokes_sealed, content_sha256, read_to_end, at, pages, witness_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      id,
      agreementId,
      one.side,
      one.personId,
      one.strokes === null ? null : vault.seal(strokesOf(id), JSON.stringify(one.strokes)),
      one.contentSha256,
      one.readToEnd,
      one.at,
      one.paper === null ? null : JSON.stringify(one.paper.pages),
      one.paper?.witnessId ?? null,
    ],
  );
}

export async function readSignatures(reader: Reader, vault: CountyVault, agreementId: Id): Promise<SignatureRow[]> {
  const rows = await reader.sql<{
    id: Id;
    side: SignatureRow['side'];
    person_id: Id;
    strokes_sealed: Buffer | null;
    pages: SignedPage[] | null;
    witness_id: Id | null;
    at: Date;
  }>(
    'SELECT id, side, person_id, strokes_sealed, pages, witness_id, at FROM agreement_signature WHERE county_id = $1 AND agreement_id = $2',
    [reader.countyId, agreementId],
  );
  return rows.map(row => ({
    side: row.side,
    personId: row.person_id,
    strokes: row.strokes_sealed === null ? null : (JSON.parse(vault.open(strokesOf(row.id), row.strokes_sealed)) as Stroke[]),
    paper: row.pages === null || row.witness_id === null ? null : { pages: row.pages, witnessId: row.witness_id },
    at: row.at,
  }));
}

export async function isCountersigned(reader: Reader, agreementId: Id): Promise<boolean> {
  const rows = await reader.sql(`SELECT 1 FROM agreement_signature WHERE county_id = $1 AND agreement_id = $2 AND side = 'township'`, [
    reader.countyId,
    agreementId,
  ]);
  return rows.length > 0;
}

export async function openPause(tx: Tx, agreementId: Id, reason: string, from: CalendarDate): Promise<void> {
  await tx.sql('INSERT INTO agreement_pause (county_id, id, agreement_id, reason, from_on) VALUES ($1, $2, $3, $4, $5)', [
    tx.countyId,
    newId(),
    agreementId,
    reason,
    from,
  ]);
}

/** `until`: the last day without duty. */
export async function closePause(tx: Tx, agreementId: Id, until: CalendarDate): Promise<void> {
  await tx.sql('UPDATE agreement_pause SET until_on = $3 WHERE county_id = $1 AND agreement_id = $2 AND until_on IS NULL', [
    tx.countyId,
    agreementId,
    until,
  ]);
}

/** Agreements whose last day is over become `closed`, in one statement with their steps. */
export const closeOver = (tx: Tx, lastDay: CalendarDate, now: Date): Promise<{ id: Id; patient_id: Id }[]> =>
  tx.sql(
    `WITH over AS (
       UPDATE agreement SET state = 'closed', version = version + 1
       WHERE county_id = $1 AND state IN ('active', 'suspended') AND last_on <= $2 RETURNING id, patient_id),
     told AS (
       INSERT INTO agreement_step (county_id, id, agreement_id, act, at) SELECT $1, gen_random_uuid(), id, 'closed', $3 FROM over)
     SELECT id, patient_id FROM over`,
    [tx.countyId, lastDay, now],
  );

/** Remembers how far amounts are decided. */
export async function settleThrough(tx: Tx, agreementId: Id, through: CalendarDate): Promise<void> {
  await tx.sql('UPDATE agreement SET settled_through = greatest(settled_through, $3) WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    agreementId,
    through,
  ]);
}

/** The day on which two people last stopped the rest of a year of this guardian with this patient. */
export async function lastStopOn(reader: Reader, patientId: Id, guardianId: Id): Promise<CalendarDate | null> {
  const [row] = await reader.sql<{ on: CalendarDate | null }>(
    `SELECT max((step.at AT TIME ZONE 'Asia/Shanghai')::date) AS on FROM agreement
       JOIN agreement_step AS step ON step.county_id = $1 AND step.agreement_id = agreement.id AND step.act = 'stopped'
     WHERE agreement.county_id = $1 AND agreement.patient_id = $2 AND agreement.guardian_id = $3`,
    [reader.countyId, patientId, guardianId],
  );
  return row?.on ?? null;
}

/** What its periods earn together in full. */
export async function storeEarned(tx: Tx, agreementId: Id, earnedFen: number): Promise<void> {
  await tx.sql('UPDATE agreement SET earned_fen = $3 WHERE county_id = $1 AND id = $2', [tx.countyId, agreementId, earnedFen]);
}

/** Running agreements of a patient whose party is no guardian of the patient on `day`. */
export async function readWithoutGuardian(reader: Reader, patientId: Id, day: CalendarDate): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT id FROM agreement WHERE county_id = $1 AND patient_id = $2 AND state NOT IN ('closed', 'terminated') AND NOT EXISTS (
       SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = $2 AND guardianship.person_id = agreement.guardian_id
         AND since <= $3 AND (until IS NULL OR until >= $3))`,
    [reader.countyId, patientId, day],
  );
  return rows.map(row => row.id);
}

/** Whether an agreement of this number was signed by both sides on a text with this digest, or one that begins with it. */
export async function isGenuine(reader: Reader, number: string, digest: string): Promise<boolean> {
  const rows = await reader.sql(
    `SELECT 1 FROM agreement
       JOIN agreement_document AS document ON document.county_id = $1 AND document.id = agreement.id
       JOIN agreement_signature AS signature ON signature.county_id = $1 AND signature.agreement_id = agreement.id AND signature.side = 'township'
     WHERE agreement.county_id = $1 AND agreement.number = $2
       AND (left(document.content_sha256, length($3)) = $3 OR left(document.content_sm3, length($3)) = $3)`,
    [reader.countyId, number, digest],
  );
  return rows.length > 0;
}

type Ending = Pick<AgreementRow, 'id' | 'patient_id' | 'guardian_id' | 'area_path' | 'last_on'> & {
  /** For how many days before the end people were told last. */
  readonly renewal_told: number | null;
};

/** Agreements that run, and whose last day lies between these; locked, so that each is told of once. */
export const endingWithin = (tx: Tx, from: CalendarDate, to: CalendarDate): Promise<Ending[]> =>
  tx.sql(
    `SELECT id, patient_id, guardian_id, area_path, last_on, renewal_told FROM agreement
     WHERE county_id = $1 AND state IN ('active', 'suspended') AND last_on BETWEEN $2 AND $3 ORDER BY id FOR UPDATE`,
    [tx.countyId, from, to],
  );

export async function storeRenewalTold(tx: Tx, agreementId: Id, days: number): Promise<void> {
  await tx.sql('UPDATE agreement SET renewal_told = $3 WHERE county_id = $1 AND id = $2', [tx.countyId, agreementId, days]);
}
