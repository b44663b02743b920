import type { ActorPost, Channel } from '@guanhu/shared/access/access.terms';
import { SEEN_EVERY_SECONDS } from '@guanhu/shared/access/session.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyDatabase, Reader, Tx } from '../platform/database/database.ts';

export type LiveSession = {
  readonly id: Id;
  readonly person_id: Id;
  readonly channel: Channel;
  readonly acting_for: Id[];
  /** One that somebody shares with a colleague whom they stand in for comes more than once. */
  readonly posts: ActorPost[];
  /** Whether "last seen" should be noted again. */
  readonly unseen: boolean;
};

const seconds = (channel: Channel): string => `interval '${String(SEEN_EVERY_SECONDS[channel])} s'`;

/** Every request runs this: one prepared statement from the token to who acts, in which posts, for whom; the same plan for everybody. */
const LIVE_SESSION = `
  SELECT session.id, session.person_id, session.channel, acting.ids AS acting_for, held.posts,
         session.last_seen_at < $3::timestamptz - CASE session.channel WHEN 'phone' THEN ${seconds('phone')} ELSE ${seconds('desk')} END AS unseen
  FROM session
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(deputyship.person_id), '{}') AS ids FROM deputyship
    WHERE deputyship.county_id = $1 AND deputyship.deputy_id = session.person_id
      AND deputyship.from_on <= $4 AND deputyship.until_on >= $4 AND deputyship.ended_at IS NULL
  ) AS acting
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('role', post.role, 'areaId', post.area_id, 'organisationId', post.organisation_id)), '[]') AS posts
    FROM post
    WHERE post.county_id = $1 AND post.person_id = ANY (array_append(acting.ids, session.person_id))
      AND post.from_on <= $4 AND (post.until_on IS NULL OR post.until_on >= $4)
  ) AS held
  WHERE session.county_id = $1 AND session.token_digest = $2 AND session.revoked_at IS NULL
    AND session.expires_at > $3 AND session.last_seen_at + make_interval(secs => session.idle_seconds) > $3`;

export async function readLiveSession(
  county: CountyDatabase,
  tokenDigest: Buffer,
  now: Date,
  today: CalendarDate,
): Promise<LiveSession | undefined> {
  const [row] = await county.plannedOnce<LiveSession>(LIVE_SESSION, [county.countyId, tokenDigest, now, today]);
  return row;
}

type HeldSession = { readonly id: Id; readonly person_id: Id; readonly channel: Channel; readonly ended_at: Date | null };

/** Whose session a token is or was; `ended_at` is null while it lives. */
export async function readHeldSession(reader: Reader, tokenDigest: Buffer, now: Date): Promise<HeldSession | undefined> {
  const [row] = await reader.sql<HeldSession>(
    `SELECT id, person_id, channel, CASE WHEN ended.at <= $3::timestamptz THEN ended.at END AS ended_at
     FROM session, LATERAL (SELECT least(revoked_at, expires_at, last_seen_at + make_interval(secs => idle_seconds)) AS at) AS ended
     WHERE county_id = $1 AND token_digest = $2`,
    [reader.countyId, tokenDigest, now],
  );
  return row;
}

/** Sessions and when each was used. Locked in one order, so that two processes that write the same ones do not wait for each other. */
export async function noteSeen(reader: Reader, seen: ReadonlyMap<Id, Date>): Promise<void> {
  await reader.sqlOfMany(
    `WITH used AS (
       SELECT session.id, used.at FROM session JOIN unnest($2::uuid[], $3::timestamptz[]) AS used (id, at) ON used.id = session.id
       WHERE session.county_id = $1 AND session.last_seen_at < used.at ORDER BY session.id FOR UPDATE OF session
     )
     UPDATE session SET last_seen_at = used.at FROM used WHERE session.county_id = $1 AND session.id = used.id`,
    [reader.countyId, [...seen.keys()], [...seen.values()]],
  );
}

export type NewSession = {
  readonly id: Id;
  readonly personId: Id;
  readonly channel: Channel;
  readonly tokenDigest: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly idleSeconds: number;
};

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.sql(
    `INSERT INTO session (county_id, id, person_id, channel, token_digest, opened_at, last_seen_at, expires_at, idle_seconds)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [tx.countyId, session.id, session.personId, session.channel, session.tokenDigest, session.now, session.expiresAt, session.idleSeconds],
  );
}

/** @returns how many sessions were alive. */
export async function revokeSessionsOf(tx: Tx, personIds: readonly Id[], now: Date): Promise<number> {
  const rows = await tx.sql(
    `UPDATE session SET revoked_at = $3 WHERE county_id = $1 AND person_id = ANY($2::uuid[]) AND revoked_at IS NULL AND expires_at > $3 RETURNING id`,
    [tx.countyId, personIds, now],
  );
  return rows.length;
}

export async function revokeSession(tx: Tx, sessionId: Id, now: Date): Promise<void> {
  await tx.sql('UPDATE session SET revoked_at = $3 WHERE county_id = $1 AND id = $2 AND revoked_at IS NULL', [tx.countyId, sessionId, now]);
}

export type SessionShown = { readonly channel: Channel; readonly opened_at: Date; readonly last_seen_at: Date };

export const readSessionsOf = (reader: Reader, personId: Id, now: Date): Promise<SessionShown[]> =>
  reader.sql(
    `SELECT channel, opened_at, last_seen_at FROM session
     WHERE county_id = $1 AND person_id = $2 AND revoked_at IS NULL AND expires_at > $3 AND last_seen_at + make_interval(secs => idle_seconds) > $3
     ORDER BY opened_at DESC`,
    [reader.countyId, personId, now],
  );
