import type { ClashKind } from '@guanhu/shared/access/access.terms';
import type { InvitationFacts } from '@guanhu/shared/access/invitation.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const openidOf = (row: Id) => ({ table: 'account_binding', row, column: 'openid_sealed' });
const clashOpenidOf = (row: Id) => ({ table: 'binding_clash', row, column: 'openid_sealed' });

/** An invitation as the rules see it. */
export type InvitationRow = InvitationFacts & { readonly id: Id; readonly personId: Id; readonly codeDigest: Buffer };
const INVITATION = `invitation.id, invitation.person_id AS "personId", invitation.code_digest AS "codeDigest", invitation.expires_at AS "expiresAt",
  invitation.tries_left AS "triesLeft", invitation.used_at AS "usedAt", invitation.withdrawn_at AS "withdrawnAt"`;

/** Invitations neither used nor withdrawn of people with this phone number who have not left; `account` is the person's, if any. */
const INVITED = `
  SELECT ${INVITATION}, account_binding.openid_digest AS account
  FROM person
  JOIN invitation ON invitation.county_id = $1 AND invitation.person_id = person.id
  LEFT JOIN account_binding ON account_binding.county_id = $1 AND account_binding.person_id = person.id AND account_binding.revoked_at IS NULL
  WHERE person.county_id = $1 AND person.phone_digest = $2 AND person.left_at IS NULL
    AND invitation.used_at IS NULL AND invitation.withdrawn_at IS NULL
  ORDER BY invitation.id`;
export type InvitedRow = InvitationRow & { readonly account: Buffer | null };

export const readInvited = (reader: Reader, phone: Buffer): Promise<InvitedRow[]> => reader.sql(INVITED, [reader.countyId, phone]);

/** The same, held still: two guesses at once are counted one after the other. */
export const lockInvited = (tx: Tx, phone: Buffer): Promise<InvitedRow[]> =>
  tx.sql(`${INVITED} FOR UPDATE OF invitation`, [tx.countyId, phone]);

/** The latest invitation of each of these persons. */
export const readLatestInvitations = (reader: Reader, personIds: readonly Id[]): Promise<InvitationRow[]> =>
  reader.sql(
    `SELECT DISTINCT ON (invitation.person_id) ${INVITATION} FROM invitation
     WHERE county_id = $1 AND person_id = ANY($2::uuid[]) ORDER BY invitation.person_id, invitation.issued_at DESC, invitation.id DESC`,
    [reader.countyId, personIds],
  );

export async function insertInvitation(
  tx: Tx,
  row: { id: Id; personId: Id; codeDigest: Buffer; now: Date; expiresAt: Date; triesLeft: number },
): Promise<void> {
  await tx.sql(
    'INSERT INTO invitation (county_id, id, person_id, code_digest, issued_at, expires_at, tries_left) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, row.id, row.personId, row.codeDigest, row.now, row.expiresAt, row.triesLeft],
  );
}

export async function withdrawInvitations(tx: Tx, personId: Id, now: Date): Promise<void> {
  await tx.sql(
    'UPDATE invitation SET withdrawn_at = $3 WHERE county_id = $1 AND person_id = $2 AND used_at IS NULL AND withdrawn_at IS NULL',
    [tx.countyId, personId, now],
  );
}

export async function countTry(tx: Tx, invitationIds: readonly Id[]): Promise<void> {
  await tx.sql('UPDATE invitation SET tries_left = tries_left - 1 WHERE county_id = $1 AND id = ANY($2::uuid[]) AND tries_left > 0', [
    tx.countyId,
    invitationIds,
  ]);
}

/** Uses up what invitation the person has. */
export async function useInvitation(tx: Tx, personId: Id, now: Date): Promise<void> {
  await tx.sql('UPDATE invitation SET used_at = $3 WHERE county_id = $1 AND person_id = $2 AND used_at IS NULL AND withdrawn_at IS NULL', [
    tx.countyId,
    personId,
    now,
  ]);
}

/** Whom the account belongs to in this county now. */
export async function readHolder(reader: Reader, openidDigest: Buffer): Promise<Id | undefined> {
  const [row] = await reader.sql<{ person_id: Id }>(
    'SELECT person_id FROM account_binding WHERE county_id = $1 AND openid_digest = $2 AND revoked_at IS NULL',
    [reader.countyId, openidDigest],
  );
  return row?.person_id;
}

/** @returns false when the person or the account was bound in the meantime. */
export async function insertBinding(
  tx: Tx,
  vault: CountyVault,
  row: { id: Id; personId: Id; openid: string; openidDigest: Buffer; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO account_binding (county_id, id, person_id, openid_digest, openid_sealed, bound_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, row.id, row.personId, row.openidDigest, vault.seal(openidOf(row.id), row.openid), row.now],
  );
  return rows.length === 1;
}

/** @returns whether there was one to revoke. */
export async function revokeBindings(tx: Tx, personIds: readonly Id[], now: Date): Promise<boolean> {
  const rows = await tx.sql(
    'UPDATE account_binding SET revoked_at = $3 WHERE county_id = $1 AND person_id = ANY($2::uuid[]) AND revoked_at IS NULL RETURNING id',
    [tx.countyId, personIds, now],
  );
  return rows.length > 0;
}

/** The openids of those of the persons who have an account. */
export async function readOpenids(reader: Reader, vault: CountyVault, personIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await reader.sql<{ id: Id; person_id: Id; openid_sealed: Buffer }>(
    'SELECT id, person_id, openid_sealed FROM account_binding WHERE county_id = $1 AND person_id = ANY($2::uuid[]) AND revoked_at IS NULL',
    [reader.countyId, personIds],
  );
  return new Map(rows.map(row => [row.person_id, vault.open(openidOf(row.id), row.openid_sealed)]));
}

export type ClashRow = {
  readonly id: Id;
  readonly kind: ClashKind;
  readonly openid_digest: Buffer;
  readonly openid_sealed: Buffer;
  readonly candidate_ids: Id[];
  readonly holder_id: Id | null;
  readonly at: Date;
  readonly resolved_at: Date | null;
};

/** An account that tries again keeps its one open clash, with the latest facts. @returns the clash's id. */
export async function insertClash(
  tx: Tx,
  vault: CountyVault,
  row: { id: Id; kind: ClashKind; openid: string; openidDigest: Buffer; candidates: readonly Id[]; holder: Id | null; now: Date },
): Promise<Id> {
  const [kept] = await tx.sql<{ id: Id }>(
    `INSERT INTO binding_clash (county_id, id, kind, openid_digest, openid_sealed, candidate_ids, holder_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (county_id, openid_digest) WHERE resolved_at IS NULL
     DO UPDATE SET kind = excluded.kind, candidate_ids = excluded.candidate_ids, holder_id = excluded.holder_id, at = excluded.at
     RETURNING id`,
    [tx.countyId, row.id, row.kind, row.openidDigest, vault.seal(clashOpenidOf(row.id), row.openid), row.candidates, row.holder, row.now],
  );
  return kept?.id ?? row.id;
}

const CLASH = 'id, kind, openid_digest, openid_sealed, candidate_ids, holder_id, at, resolved_at';
export const readOpenClashes = (reader: Reader): Promise<ClashRow[]> =>
  reader.sql(`SELECT ${CLASH} FROM binding_clash WHERE county_id = $1 AND resolved_at IS NULL ORDER BY at, id LIMIT 200`, [
    reader.countyId,
  ]);

export async function lockClash(tx: Tx, clashId: Id): Promise<ClashRow | undefined> {
  const [row] = await tx.sql<ClashRow>(`SELECT ${CLASH} FROM binding_clash WHERE county_id = $1 AND id = $2 FOR UPDATE`, [
    tx.countyId,
    clashId,
  ]);
  return row;
}

export const clashOpenid = (vault: CountyVault, clash: ClashRow): string => vault.open(clashOpenidOf(clash.id), clash.openid_sealed);

export async function closeClash(tx: Tx, clashId: Id, boundTo: Id | null, now: Date): Promise<void> {
  await tx.sql('UPDATE binding_clash SET resolved_at = $3, bound_to = $4 WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    clashId,
    now,
    boundTo,
  ]);
}

/** Which of the persons have a WeChat account now. */
export async function readBound(reader: Reader, personIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await reader.sql<{ person_id: Id }>(
    'SELECT person_id FROM account_binding WHERE county_id = $1 AND person_id = ANY($2::uuid[]) AND revoked_at IS NULL',
    [reader.countyId, personIds],
  );
  return new Set(rows.map(row => row.person_id));
}
