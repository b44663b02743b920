import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ProofKind, RequestKind, RequestOutcome, RequestState, RequestWay } from '@guanhu/shared/rights/rights.terms';
import { noneIsKin } from '../agenda/agenda.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { PageKey } from '../platform/http/page-key.ts';
import { newId } from '../platform/ids.ts';

const place = (row: Id, column: string) => ({ table: 'rights_request', row, column });
const answerPlace = (row: Id) => ({ table: 'rights_answer', row, column: 'words_sealed' });

/** Who spoke for the patient, how to reach them, and what their proof says. */
export type Outside = { readonly name: string; readonly contact: string; readonly proofNote: string };

export type RequestRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly areaPath: readonly Id[];
  readonly kind: RequestKind;
  readonly way: RequestWay;
  /** Empty of a request that was only spoken. */
  readonly words: string;
  readonly hasVoice: boolean;
  readonly askedBy: Id | null;
  readonly writtenBy: Id | null;
  readonly outside: (Outside & { readonly proof: ProofKind }) | null;
  readonly state: RequestState;
  readonly at: Date;
  readonly dueOn: CalendarDate;
  readonly officerId: Id | null;
  readonly version: number;
};

type Sealed = {
  id: Id;
  patient_id: Id;
  path: Id[];
  kind: RequestKind;
  way: RequestWay;
  words_sealed: Buffer;
  has_voice: boolean;
  asked_by: Id | null;
  written_by: Id | null;
  proof: ProofKind | null;
  outside_sealed: Buffer | null;
  state: RequestState;
  at: Date;
  due_on: CalendarDate;
  officer_id: Id | null;
  version: number;
};
const COLUMNS = `request.id, request.patient_id, area.path, request.kind, way, words_sealed,
  voice_sealed IS NOT NULL AS has_voice, asked_by, written_by, proof, outside_sealed, request.state,
  request.at, due_on, officer_id, request.version`;
const FROM = `rights_request AS request
  JOIN patient ON patient.county_id = $1 AND patient.id = request.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;

const opened = (vault: CountyVault, row: Sealed): RequestRow => ({
  id: row.id,
  patientId: row.patient_id,
  areaPath: row.path,
  kind: row.kind,
  way: row.way,
  words: vault.open(place(row.id, 'words_sealed'), row.words_sealed),
  hasVoice: row.has_voice,
  askedBy: row.asked_by,
  writtenBy: row.written_by,
  outside:
    row.outside_sealed && row.proof
      ? { ...(JSON.parse(vault.open(place(row.id, 'outside_sealed'), row.outside_sealed)) as Outside), proof: row.proof }
      : null,
  state: row.state,
  at: row.at,
  dueOn: row.due_on,
  officerId: row.officer_id,
  version: row.version,
});

export type NewRequest = Omit<RequestRow, 'areaPath' | 'state' | 'version' | 'hasVoice'> & { readonly voice: Buffer | null };

/** @returns false when the id is taken. */
export async function insertRequest(tx: Tx, vault: CountyVault, row: NewRequest): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO rights_request (county_id, id, patient_id, kind, way, words_sealed, asked_by, written_by, proof, outside_sealed, state, at, due_on, officer_id, voice_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12, $13, $14) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.patientId,
      row.kind,
      row.way,
      vault.seal(place(row.id, 'words_sealed'), row.words),
      row.askedBy,
      row.writtenBy,
      row.outside?.proof ?? null,
      row.outside && vault.seal(place(row.id, 'outside_sealed'), JSON.stringify(outsideOf(row.outside))),
      row.at,
      row.dueOn,
      row.officerId,
      row.voice && vault.seal(place(row.id, 'voice_sealed'), row.voice),
    ],
  );
  return rows.length === 1;
}

/** What was said; undefined when it was typed. */
export async function readRequestVoiceBytes(reader: Reader, vault: CountyVault, id: Id): Promise<Buffer | undefined> {
  const [row] = await reader.sql<{ sealed: Buffer | null }>(
    'SELECT voice_sealed AS sealed FROM rights_request WHERE county_id = $1 AND id = $2',
    [reader.countyId, id],
  );
  return row?.sealed ? vault.openBytes(place(id, 'voice_sealed'), row.sealed) : undefined;
}

const outsideOf = ({ name, contact, proofNote }: Outside): Outside => ({ name, contact, proofNote });

export async function readRequestRow(reader: Reader, vault: CountyVault, id: Id): Promise<RequestRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM ${FROM} WHERE request.county_id = $1 AND request.id = $2`, [
    reader.countyId,
    id,
  ]);
  return row && opened(vault, row);
}

/** What one person asked, newest first. */
export async function readRequestsBy(
  reader: Reader,
  vault: CountyVault,
  { personId, after, limit }: { personId: Id; after: PageKey | null; limit: number },
): Promise<RequestRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE request.county_id = $1 AND asked_by = $2 AND ($3::timestamptz IS NULL OR (request.at, request.id) < ($3, $4::uuid))
     ORDER BY request.at DESC, request.id DESC LIMIT $5`,
    [reader.countyId, personId, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows.map(row => opened(vault, row));
}

export type DueKey = { readonly dueOn: CalendarDate; readonly id: Id };

/** Requests about patients in these areas of whose family none of `readers` is, the earliest due day first. */
export async function readRequestsIn(
  reader: Reader,
  vault: CountyVault,
  page: {
    areas: readonly Id[];
    readers: readonly Id[];
    today: CalendarDate;
    state: RequestState | null;
    patientId: Id | null;
    after: DueKey | null;
    limit: number;
  },
): Promise<RequestRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE request.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR request.state = $3)
       AND ($4::uuid IS NULL OR request.patient_id = $4) AND ($5::date IS NULL OR (due_on, request.id) > ($5, $6::uuid))
       AND ${noneIsKin('request.patient_id', 'SELECT unnest($8::uuid[])', '$9')}
     ORDER BY due_on, request.id LIMIT $7`,
    [
      reader.countyId,
      page.areas,
      page.state,
      page.patientId,
      page.after?.dueOn ?? null,
      page.after?.id ?? null,
      page.limit,
      page.readers,
      page.today,
    ],
  );
  return rows.map(row => opened(vault, row));
}

export type AnswerRow = {
  readonly requestId: Id;
  readonly personId: Id;
  readonly at: Date;
  readonly outcome: RequestOutcome;
  readonly words: string;
};

/** The answers to these requests, first ones first. */
export async function readAnswers(reader: Reader, vault: CountyVault, requestIds: readonly Id[]): Promise<AnswerRow[]> {
  const rows = await reader.sql<{ id: Id; request_id: Id; person_id: Id; at: Date; outcome: RequestOutcome; words_sealed: Buffer }>(
    'SELECT id, request_id, person_id, at, outcome, words_sealed FROM rights_answer WHERE county_id = $1 AND request_id = ANY($2::uuid[]) ORDER BY at, id',
    [reader.countyId, requestIds],
  );
  return rows.map(row => ({
    requestId: row.request_id,
    personId: row.person_id,
    at: row.at,
    outcome: row.outcome,
    words: vault.open(answerPlace(row.id), row.words_sealed),
  }));
}

export async function insertAnswer(tx: Tx, vault: CountyVault, answer: AnswerRow): Promise<void> {
  const id = newId();
  await tx.sql(
    'INSERT INTO rights_answer (county_id, id, request_id, person_id, at, outcome, words_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, answer.requestId, answer.personId, answer.at, answer.outcome, vault.seal(answerPlace(id), answer.words)],
  );
}

/** @returns false when somebody was faster. */
export async function moveRequestRow(
  tx: Tx,
  { id, version, to, dueOn, officerId }: { id: Id; version: number; to: RequestState; dueOn?: CalendarDate; officerId?: Id | null },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE rights_request SET state = $4, version = version + 1, due_on = coalesce($5, due_on), officer_id = CASE WHEN $6 THEN $7::uuid ELSE officer_id END
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, id, version, to, dueOn ?? null, officerId !== undefined, officerId ?? null],
  );
  return rows.length === 1;
}
