import type { DecisionState } from '@guanhu/shared/meetings/meetings.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type DecisionRow = {
  readonly id: Id;
  readonly meetingId: Id;
  readonly townshipId: Id;
  readonly what: string;
  readonly ownerId: Id;
  readonly dueOn: CalendarDate;
  readonly state: DecisionState;
  readonly outcome: string | null;
  readonly doneAt: Date | null;
  readonly version: number;
};
type Column = 'what_sealed' | 'outcome_sealed';
type Sealed = Omit<DecisionRow, 'what' | 'outcome'> & { readonly what_sealed: Buffer; readonly outcome_sealed: Buffer | null };
const COLUMNS = `decision.id, decision.meeting_id AS "meetingId", decision.township_id AS "townshipId", what_sealed, owner_id AS "ownerId",
  due_on AS "dueOn", decision.state, outcome_sealed, done_at AS "doneAt", decision.version`;
const at = (row: Id, column: Column) => ({ table: 'meeting_decision', row, column });

function whole<Row extends Sealed>(vault: CountyVault, row: Row): Omit<Row, Column> & Pick<DecisionRow, 'what' | 'outcome'> {
  const { what_sealed, outcome_sealed, ...plain } = row;
  return {
    ...plain,
    what: vault.open(at(row.id, 'what_sealed'), what_sealed),
    outcome: outcome_sealed && vault.open(at(row.id, 'outcome_sealed'), outcome_sealed),
  };
}

export async function insertDecisions(
  tx: Tx,
  vault: CountyVault,
  decisions: readonly Pick<DecisionRow, 'id' | 'meetingId' | 'townshipId' | 'what' | 'ownerId' | 'dueOn'>[],
): Promise<void> {
  await tx.sql(
    `INSERT INTO meeting_decision (county_id, id, meeting_id, township_id, what_sealed, owner_id, due_on)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::uuid[], $7::date[])`,
    [
      tx.countyId,
      decisions.map(one => one.id),
      decisions.map(one => one.meetingId),
      decisions.map(one => one.townshipId),
      decisions.map(one => vault.seal(at(one.id, 'what_sealed'), one.what)),
      decisions.map(one => one.ownerId),
      decisions.map(one => one.dueOn),
    ],
  );
}

export async function lockDecision(tx: Tx, vault: CountyVault, id: Id): Promise<DecisionRow | undefined> {
  const [row] = await tx.sql<Sealed>(
    `SELECT ${COLUMNS} FROM meeting_decision AS decision WHERE decision.county_id = $1 AND decision.id = $2 FOR UPDATE`,
    [tx.countyId, id],
  );
  return row && whole(vault, row);
}

/** What was decided in one meeting. */
export async function readDecisionsOf(reader: Reader, vault: CountyVault, meetingId: Id): Promise<DecisionRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM meeting_decision AS decision WHERE decision.county_id = $1 AND decision.meeting_id = $2 ORDER BY decision.id`,
    [reader.countyId, meetingId],
  );
  return rows.map(row => whole(vault, row));
}

export async function closeDecision(tx: Tx, vault: CountyVault, id: Id, done: { outcome: string; by: Id; now: Date }): Promise<void> {
  await tx.sql(
    `UPDATE meeting_decision SET state = 'done', outcome_sealed = $3, done_by = $4, done_at = $5, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, id, vault.seal(at(id, 'outcome_sealed'), done.outcome), done.by, done.now],
  );
}

/** Decisions of these areas, or that one of these persons is to carry out, the newest first, before the row `before`. */
export async function readDecisions(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; persons: readonly Id[]; state: DecisionState | null; before: Id | null; limit: number },
): Promise<(DecisionRow & { readonly townshipName: string; readonly number: string })[]> {
  const rows = await reader.sql<Sealed & { townshipName: string; number: string }>(
    `SELECT ${COLUMNS}, area.name AS "townshipName", issue.number
     FROM meeting_decision AS decision JOIN area ON area.county_id = $1 AND area.id = decision.township_id
     JOIN meeting_issue AS issue ON issue.county_id = $1 AND issue.id = decision.meeting_id
     WHERE decision.county_id = $1 AND (area.path && $2::uuid[] OR decision.owner_id = ANY($3::uuid[]))
       AND ($4::text IS NULL OR decision.state = $4) AND ($5::uuid IS NULL OR decision.id < $5)
     ORDER BY decision.id DESC LIMIT $6`,
    [reader.countyId, asked.areas, asked.persons, asked.state, asked.before, asked.limit],
  );
  return rows.map(row => whole(vault, row));
}

export async function giveDecision(tx: Tx, id: Id, to: Id): Promise<void> {
  await tx.sql('UPDATE meeting_decision SET owner_id = $3, version = version + 1 WHERE county_id = $1 AND id = $2', [tx.countyId, id, to]);
}

/** Whoever leaves hands what they were to do to the successor. @returns the decisions that changed hands */
export async function passDecisions(tx: Tx, { from, to }: { from: Id; to: Id }): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE meeting_decision SET owner_id = $3, version = version + 1 WHERE county_id = $1 AND owner_id = $2 AND state = 'open' RETURNING id`,
    [tx.countyId, from, to],
  );
  return rows.map(row => row.id);
}
