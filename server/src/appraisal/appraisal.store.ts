import type { Conduct } from '@guanhu/shared/incidents/conduct.terms';
import type { AppraisalOutcome, AppraisalState } from '@guanhu/shared/appraisal/appraisal.terms';
import type { Breach, GivenOpinion, Opinion } from '@guanhu/shared/appraisal/opinion.rules';
import type { DutyProposal } from '@guanhu/shared/appraisal/proposal.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { fen, type Fen } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AgreementRow, Period } from '../agreements/agreements.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** What was counted for a period, as it is kept. */
export type KeptEvidence = {
  /** When it was counted; absent in evidence of before this was kept. */
  readonly gatheredAt?: string;
  /** Which rows were counted; absent in evidence of before this was kept. */
  readonly counted?: { readonly [K in 'confirmations' | 'visits' | 'incidents' | 'trainings']: readonly Id[] };
  readonly trainings?: number;
  readonly days: number;
  readonly confirmations: { readonly taken: number; readonly partly: number; readonly notTaken: number; readonly unanswered: number };
  readonly visits: number;
  readonly incidents: readonly {
    readonly happenedAt: string;
    readonly reportedAt: string;
    readonly byGuardian: boolean;
    readonly withinDay: boolean;
    /** What doctor or police found it to be; absent in evidence of before this was kept. */
    readonly conduct?: Conduct | null;
  }[];
};

export type AppraisalRow = {
  readonly id: Id;
  readonly agreement_id: Id;
  readonly patient_id: Id;
  readonly guardian_id: Id;
  readonly area_path: Id[];
  readonly from_on: CalendarDate;
  readonly to_on: CalendarDate;
  readonly state: AppraisalState;
  readonly version: number;
  readonly full_fen: number;
  readonly evidence: KeptEvidence | null;
  readonly proposal: DutyProposal | null;
  readonly outcome: AppraisalOutcome | null;
  readonly decided_fen: number | null;
  readonly effective_on: CalendarDate | null;
  readonly round: number;
  readonly floor_fen: number | null;
};
const COLUMNS = `id, agreement_id, patient_id, guardian_id, area_path, from_on, to_on, state, version, full_fen, evidence, proposal, outcome,
  decided_fen, effective_on, round, floor_fen`;

export async function readAppraisal(reader: Reader, id: Id): Promise<AppraisalRow | undefined> {
  const [row] = await reader.sql<AppraisalRow>(`SELECT ${COLUMNS} FROM appraisal WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** Two opinions at once take turns. */
export async function lockAppraisal(tx: Tx, id: Id): Promise<AppraisalRow | undefined> {
  const [row] = await tx.sql<AppraisalRow>(`SELECT ${COLUMNS} FROM appraisal WHERE county_id = $1 AND id = $2 FOR UPDATE`, [
    tx.countyId,
    id,
  ]);
  return row;
}

export const appraisalsOf = (reader: Reader, agreementIds: readonly Id[]): Promise<AppraisalRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM appraisal WHERE county_id = $1 AND agreement_id = ANY($2::uuid[]) ORDER BY from_on`, [
    reader.countyId,
    agreementIds,
  ]);

export const appraisalsByIds = (reader: Reader, ids: readonly Id[]): Promise<AppraisalRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM appraisal WHERE county_id = $1 AND id = ANY($2::uuid[])`, [reader.countyId, ids]);

export type ListKey = { readonly to: CalendarDate; readonly id: Id };

/** Periods that have begun, newest first, of these areas or of patients on whose team one of these persons has a seat. */
export const listAppraisals = (
  reader: Reader,
  filter: {
    areas: readonly Id[];
    seats: readonly Id[];
    state: AppraisalState | null;
    today: CalendarDate;
    after: ListKey | null;
    personId: Id;
    limit: number;
  },
): Promise<(AppraisalRow & { opinions: number; mine: boolean })[]> =>
  reader.sql(
    `SELECT ${COLUMNS},
       (SELECT count(DISTINCT person_id) FROM appraisal_opinion WHERE county_id = $1 AND appraisal_id = appraisal.id AND appraisal_opinion.round = appraisal.round) AS opinions,
       EXISTS (SELECT FROM appraisal_opinion WHERE county_id = $1 AND appraisal_id = appraisal.id AND appraisal_opinion.round = appraisal.round
         AND person_id = $8) AS mine
     FROM appraisal
     WHERE county_id = $1 AND from_on <= $5 AND ($4::text IS NULL OR state = $4)
       AND ($6::date IS NULL OR (to_on, id) < ($6, $7))
       AND (area_path && $2::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = appraisal.patient_id
           AND team_seat.person_id = ANY($3::uuid[]) AND since <= $5 AND (until IS NULL OR until >= $5)))
     ORDER BY to_on DESC, id DESC LIMIT $9`,
    [
      reader.countyId,
      filter.areas,
      filter.seats,
      filter.state,
      filter.today,
      filter.after?.to ?? null,
      filter.after?.id ?? null,
      filter.personId,
      filter.limit,
    ],
  );

/**
 * Makes the undecided rows of an agreement what `periods` say: new periods are added, days and amounts follow, periods that are no more
 * vanish while they still run, or earn nothing once they have been opened. Decided rows stay.
 */
export async function replacePeriods(tx: Tx, agreement: AgreementRow, periods: readonly Period[]): Promise<void> {
  const froms = periods.map(period => period.from);
  await tx.sql(
    `DELETE FROM appraisal WHERE county_id = $1 AND agreement_id = $2 AND state = 'gathering' AND NOT (from_on = ANY($3::date[]))`,
    [tx.countyId, agreement.id, froms],
  );
  await tx.sql(
    `UPDATE appraisal SET full_fen = 0, version = version + 1
     WHERE county_id = $1 AND agreement_id = $2 AND state = 'proposed' AND full_fen > 0 AND NOT (from_on = ANY($3::date[]))`,
    [tx.countyId, agreement.id, froms],
  );
  await tx.sql(
    `INSERT INTO appraisal (county_id, id, agreement_id, patient_id, guardian_id, area_path, from_on, to_on, state, full_fen)
     SELECT $1, period.id, $2, $3, $4, $5::uuid[], period.from_on, period.to_on, 'gathering', period.full_fen
     FROM unnest($6::uuid[], $7::date[], $8::date[], $9::bigint[]) AS period (id, from_on, to_on, full_fen)
     ON CONFLICT (county_id, agreement_id, from_on) DO UPDATE
       SET to_on = excluded.to_on, full_fen = excluded.full_fen, version = appraisal.version + 1
       WHERE appraisal.state IN ('gathering', 'proposed') AND (appraisal.to_on, appraisal.full_fen) <> (excluded.to_on, excluded.full_fen)`,
    [
      tx.countyId,
      agreement.id,
      agreement.patient_id,
      agreement.guardian_id,
      agreement.area_path,
      periods.map(() => newId()),
      froms,
      periods.map(period => period.to),
      periods.map(period => period.fullFen),
    ],
  );
}

/** What the decided periods of an agreement earn in full, by their first day. */
export async function decidedAmounts(tx: Tx, agreementId: Id): Promise<ReadonlyMap<CalendarDate, Fen>> {
  const rows = await tx.sql<{ from_on: CalendarDate; full_fen: number }>(
    `SELECT from_on, full_fen FROM appraisal WHERE county_id = $1 AND agreement_id = $2 AND state NOT IN ('gathering', 'proposed') FOR UPDATE`,
    [tx.countyId, agreementId],
  );
  return new Map(rows.map(row => [row.from_on, fen(row.full_fen)]));
}

/** Decided periods that earn more than when they were decided: by the same outcome. @returns those that are final */
export async function raiseDecided(tx: Tx, agreement: AgreementRow, periods: readonly Period[]): Promise<{ id: Id; version: number }[]> {
  const rows = await tx.sql<{ id: Id; version: number; state: AppraisalState }>(
    `UPDATE appraisal SET full_fen = period.full_fen, version = version + 1,
       decided_fen = round(period.full_fen * ($3::jsonb ->> outcome)::numeric / 100)
     FROM unnest($4::date[], $5::bigint[]) AS period (from_on, full_fen)
     WHERE county_id = $1 AND agreement_id = $2 AND appraisal.from_on = period.from_on AND appraisal.full_fen < period.full_fen
       AND state NOT IN ('gathering', 'proposed')
     RETURNING id, version, state`,
    [
      tx.countyId,
      agreement.id,
      JSON.stringify(agreement.percent),
      periods.map(period => period.from),
      periods.map(period => period.fullFen),
    ],
  );
  return rows.filter(row => row.state === 'final');
}

/** Periods that ended with `lastDay` or before and are still gathering; locked, other workers take others. */
export const takeEnded = (tx: Tx, lastDay: CalendarDate, most: number): Promise<AppraisalRow[]> =>
  tx.sql(
    `SELECT ${COLUMNS} FROM appraisal WHERE county_id = $1 AND state = 'gathering' AND to_on <= $2
     ORDER BY to_on, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [tx.countyId, lastDay, most],
  );

export async function propose(tx: Tx, rows: readonly { id: Id; evidence: KeptEvidence; proposal: DutyProposal }[]): Promise<void> {
  await tx.sql(
    `UPDATE appraisal SET state = 'proposed', version = version + 1, evidence = row.evidence, proposal = row.proposal
     FROM unnest($2::uuid[], $3::jsonb[], $4::jsonb[]) AS row (id, evidence, proposal)
     WHERE appraisal.county_id = $1 AND appraisal.id = row.id AND appraisal.state = 'gathering'`,
    [tx.countyId, rows.map(row => row.id), rows.map(row => JSON.stringify(row.evidence)), rows.map(row => JSON.stringify(row.proposal))],
  );
}

export type Decided = { readonly opinion: Opinion; readonly decidedFen: number; readonly effectiveOn: CalendarDate };

/** @throws Refusal STALE when the row is not the one that was read. */
export async function storeState(tx: Tx, row: AppraisalRow, state: AppraisalState, decided: Decided | null, now: Date): Promise<number> {
  const rows = await tx.sql<{ version: number }>(
    `UPDATE appraisal SET state = $4, version = version + 1, outcome = $5, decided_fen = $6, effective_on = $7, decided_at = $8, final_at = $9
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    [
      tx.countyId,
      row.id,
      row.version,
      state,
      decided?.opinion.outcome ?? null,
      decided?.decidedFen ?? null,
      decided?.effectiveOn ?? null,
      decided ? now : null,
      state === 'final' ? now : null,
    ],
  );
  const [stored] = rows;
  if (!stored) throw new Refusal('STALE');
  return stored.version;
}

/** Somebody objects: what was decided stands, and its day of effect is open. @throws Refusal STALE */
export async function storeObjected(tx: Tx, row: AppraisalRow): Promise<void> {
  await moved(
    tx,
    `UPDATE appraisal SET state = 'objected', version = version + 1, effective_on = NULL, final_at = NULL
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    row,
  );
}

/** The objection was refused: what was decided holds from this day on. @throws Refusal STALE */
export async function storeRefused(tx: Tx, row: AppraisalRow, effectiveOn: CalendarDate): Promise<void> {
  await moved(
    tx,
    `UPDATE appraisal SET state = 'answered', version = version + 1, effective_on = $4
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    row,
    effectiveOn,
  );
}

/** The objection was upheld: two people decide anew, never on less. @returns the round that begins. @throws Refusal STALE */
export async function storeUpheld(tx: Tx, row: AppraisalRow): Promise<number> {
  await moved(
    tx,
    `UPDATE appraisal SET state = 'answered', version = version + 1, round = round + 1, floor_fen = decided_fen
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    row,
  );
  return row.round + 1;
}

/** An opinion of a round that has no second one yet: what was decided before stands. @throws Refusal STALE */
export const storeHeard = (tx: Tx, row: AppraisalRow): Promise<number> =>
  moved(tx, 'UPDATE appraisal SET version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version', row);

async function moved(tx: Tx, statement: string, row: AppraisalRow, ...more: readonly unknown[]): Promise<number> {
  const [stored] = await tx.sql<{ version: number }>(statement, [tx.countyId, row.id, row.version, ...more]);
  if (!stored) throw new Refusal('STALE');
  return stored.version;
}

/** Decisions whose day has come become final, those too that stood against an objection. */
export const takeEffect = (tx: Tx, today: CalendarDate, now: Date): Promise<{ id: Id; patient_id: Id; version: number }[]> =>
  tx.sql(
    `UPDATE appraisal SET state = 'final', version = version + 1, final_at = $3
     WHERE county_id = $1 AND state IN ('decided', 'answered') AND effective_on <= $2 RETURNING id, patient_id, version`,
    [tx.countyId, today, now],
  );

const column = (row: Id, name: 'breaches_sealed' | 'note_sealed') => ({ table: 'appraisal_opinion', row, column: name });

export async function insertOpinion(
  tx: Tx,
  vault: CountyVault,
  one: { appraisalId: Id; personId: Id; round: number; opinion: Opinion; note: string | null; at: Date },
): Promise<void> {
  const id = newId();
  await tx.sql(
    `INSERT INTO appraisal_opinion (county_id, id, appraisal_id, person_id, outcome, pay_percent, breaches_sealed, guardian_heard_on, note_sealed, at, round)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      id,
      one.appraisalId,
      one.personId,
      one.opinion.outcome,
      one.opinion.payPercent,
      vault.seal(column(id, 'breaches_sealed'), JSON.stringify(one.opinion.breaches)),
      one.opinion.guardianHeardOn,
      one.note === null ? null : vault.seal(column(id, 'note_sealed'), one.note),
      one.at,
      one.round,
    ],
  );
}

export type StoredOpinion = GivenOpinion & { readonly round: number; readonly note: string | null; readonly at: Date };

/** In the order given. */
export const readOpinions = (reader: Reader, vault: CountyVault, appraisalId: Id): Promise<StoredOpinion[]> =>
  opinionsOf(reader, vault, [appraisalId]);

/** The newest opinion that carries each of these decisions: of the last round in which one was of the decided outcome. */
export async function decidingOpinions(
  reader: Reader,
  vault: CountyVault,
  rows: readonly AppraisalRow[],
): Promise<ReadonlyMap<Id, StoredOpinion>> {
  const given = await opinionsOf(
    reader,
    vault,
    rows.map(row => row.id),
  );
  return new Map(
    rows.flatMap(row => {
      const opinion = given.findLast(each => each.appraisalId === row.id && each.outcome === row.outcome);
      return opinion ? [[row.id, opinion] as const] : [];
    }),
  );
}

async function opinionsOf(
  reader: Reader,
  vault: CountyVault,
  appraisalIds: readonly Id[],
): Promise<(StoredOpinion & { readonly appraisalId: Id })[]> {
  if (appraisalIds.length === 0) return [];
  const rows = await reader.sql<{
    id: Id;
    appraisal_id: Id;
    person_id: Id;
    outcome: AppraisalOutcome;
    pay_percent: number;
    breaches_sealed: Buffer;
    guardian_heard_on: CalendarDate | null;
    note_sealed: Buffer | null;
    round: number;
    at: Date;
  }>(
    `SELECT id, appraisal_id, person_id, outcome, pay_percent, breaches_sealed, guardian_heard_on, note_sealed, round, at FROM appraisal_opinion
     WHERE county_id = $1 AND appraisal_id = ANY($2::uuid[]) ORDER BY at, id`,
    [reader.countyId, appraisalIds],
  );
  return rows.map(row => ({
    appraisalId: row.appraisal_id,
    personId: row.person_id,
    round: row.round,
    outcome: row.outcome,
    payPercent: row.pay_percent,
    breaches: JSON.parse(vault.open(column(row.id, 'breaches_sealed'), row.breaches_sealed)) as Breach[],
    guardianHeardOn: row.guardian_heard_on,
    note: row.note_sealed === null ? null : vault.open(column(row.id, 'note_sealed'), row.note_sealed),
    at: row.at,
  }));
}

export async function fullFenAhead(reader: Reader, areas: readonly Id[], until: CalendarDate): Promise<number> {
  const [row] = await reader.sql<{ fen: number }>(
    `SELECT coalesce(sum(full_fen), 0)::bigint AS fen FROM appraisal
     WHERE county_id = $1 AND state IN ('gathering', 'proposed') AND to_on <= $3 AND area_path && $2::uuid[]`,
    [reader.countyId, areas, until],
  );
  return row?.fen ?? 0;
}
