import type { StepUpPurpose, TicketState } from '@guanhu/shared/access/access.terms';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Sql, Tx } from '../platform/database/database.ts';

type Row = { readonly id: Id; readonly state: TicketState; readonly device: string; readonly asked_at: Date; readonly expires_at: Date };
export type DeskTicketRow = Row & { readonly secret_digest: Buffer; readonly county_id: CountyId | null; readonly person_id: Id | null };
export type StepUpRow = Row & { readonly session_id: Id; readonly person_id: Id; readonly purpose: StepUpPurpose; readonly object_id: Id };

type New = { readonly id: Id; readonly codeDigest: Buffer; readonly device: string; readonly now: Date; readonly expiresAt: Date };

const DESK = 'id, state, device, asked_at, expires_at, secret_digest, county_id, person_id';
const STEP_UP = 'id, state, device, asked_at, expires_at, session_id, person_id, purpose, object_id';

export async function insertDeskTicket(sql: Sql, ticket: New & { readonly secretDigest: Buffer }): Promise<void> {
  await sql('INSERT INTO desk_ticket (id, code_digest, secret_digest, device, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    ticket.id,
    ticket.codeDigest,
    ticket.secretDigest,
    ticket.device,
    ticket.now,
    ticket.expiresAt,
  ]);
}

/** Tickets whose time ended before `before` are of no use to anybody. */
export async function sweepDeskTickets(sql: Sql, before: Date): Promise<void> {
  await sql('DELETE FROM desk_ticket WHERE expires_at < $1', [before]);
}

export async function readDeskTicket(sql: Sql, ticketId: Id): Promise<DeskTicketRow | undefined> {
  const [row] = await sql<DeskTicketRow>(`SELECT ${DESK} FROM desk_ticket WHERE id = $1`, [ticketId]);
  return row;
}

export async function findDeskTicket(sql: Sql, codeDigest: Buffer): Promise<DeskTicketRow | undefined> {
  const [row] = await sql<DeskTicketRow>(`SELECT ${DESK} FROM desk_ticket WHERE code_digest = $1`, [codeDigest]);
  return row;
}

/** @returns false when the ticket was answered or used in the meantime. */
export async function moveDeskTicket(
  tx: Tx,
  ticketId: Id,
  from: TicketState,
  to: TicketState,
  whose: { countyId: CountyId; personId: Id } | null,
): Promise<boolean> {
  const rows = await tx.sql(
    'UPDATE desk_ticket SET state = $3, county_id = coalesce($4, county_id), person_id = coalesce($5, person_id) WHERE id = $1 AND state = $2 RETURNING id',
    [ticketId, from, to, whose?.countyId ?? null, whose?.personId ?? null],
  );
  return rows.length === 1;
}

export async function insertStepUp(
  reader: Reader,
  ticket: New & { readonly sessionId: Id; readonly personId: Id; readonly purpose: StepUpPurpose; readonly objectId: Id },
): Promise<void> {
  await reader.sql(
    `INSERT INTO step_up (county_id, id, code_digest, session_id, person_id, purpose, object_id, device, asked_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      reader.countyId,
      ticket.id,
      ticket.codeDigest,
      ticket.sessionId,
      ticket.personId,
      ticket.purpose,
      ticket.objectId,
      ticket.device,
      ticket.now,
      ticket.expiresAt,
    ],
  );
}

export async function readStepUp(reader: Reader, ticketId: Id): Promise<StepUpRow | undefined> {
  const [row] = await reader.sql<StepUpRow>(`SELECT ${STEP_UP} FROM step_up WHERE county_id = $1 AND id = $2`, [reader.countyId, ticketId]);
  return row;
}

export async function findStepUp(reader: Reader, codeDigest: Buffer): Promise<StepUpRow | undefined> {
  const [row] = await reader.sql<StepUpRow>(`SELECT ${STEP_UP} FROM step_up WHERE county_id = $1 AND code_digest = $2`, [
    reader.countyId,
    codeDigest,
  ]);
  return row;
}

/** @returns false when the ticket was answered or used in the meantime. */
export async function moveStepUp(tx: Tx, ticketId: Id, from: TicketState, to: TicketState): Promise<boolean> {
  const rows = await tx.sql('UPDATE step_up SET state = $4 WHERE county_id = $1 AND id = $2 AND state = $3 RETURNING id', [
    tx.countyId,
    ticketId,
    from,
    to,
  ]);
  return rows.length === 1;
}
