/**
 * What the measured routes are compared with: Fastify and `pg` and nothing else, as somebody would write them who needs only this one route.
 * No row-level security (it connects as the owner), no contract, no permissions, no log.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';

const { BARE_DATABASE_URL, BARE_PORT, BARE_POOL, BARE_MASTER_KEY_FILE } = process.env;

pg.types.setTypeParser(pg.types.builtins.DATE, text => text);
export const pool = new pg.Pool({
  connectionString: BARE_DATABASE_URL,
  max: Number(BARE_POOL),
  options: '-c plan_cache_mode=force_generic_plan',
});
export const app = Fastify();

export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const LIVE_SESSION = `
  SELECT session.id, session.person_id, acting.ids AS acting_for, held.posts
  FROM session
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(deputyship.person_id), '{}') AS ids FROM deputyship
    WHERE deputyship.county_id = $1 AND deputyship.deputy_id = session.person_id
      AND deputyship.from_on <= $3 AND deputyship.until_on >= $3 AND deputyship.ended_at IS NULL
  ) AS acting
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('role', post.role, 'areaId', post.area_id, 'organisationId', post.organisation_id)), '[]') AS posts
    FROM post WHERE post.county_id = $1 AND post.person_id = ANY (array_append(acting.ids, session.person_id))
      AND post.from_on <= $3 AND (post.until_on IS NULL OR post.until_on >= $3)
  ) AS held
  WHERE session.county_id = $1 AND session.token_digest = $2 AND session.revoked_at IS NULL
    AND session.expires_at > now() AND session.last_seen_at + make_interval(secs => session.idle_seconds) > now()`;

/** The session of a request's bearer token `<county>.<secret>`, with the county; undefined when there is none. */
export async function sessionOf(request) {
  const [county, secret] = request.headers.authorization.slice('Bearer '.length).split('.');
  const digest = createHash('sha256').update(secret).digest();
  const { rows } = await pool.query({ name: 'session', text: LIVE_SESSION, values: [Number(county), digest, today()] });
  return rows[0] && { county: Number(county), ...rows[0] };
}

/** The county's key, unwrapped and derived as the product does it. */
async function fieldKey(county) {
  const master = Buffer.from(readFileSync(BARE_MASTER_KEY_FILE, 'utf8').trim().split(':').at(-1), 'base64');
  const { rows } = await pool.query('SELECT key_id, wrapped FROM county_key WHERE county_id = $1', [county]);
  const [{ key_id: keyId, wrapped }] = rows;
  const unwrap = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, 12))
    .setAAD(Buffer.from(`county_key:${county}:${keyId}`))
    .setAuthTag(wrapped.subarray(-16));
  const dataKey = Buffer.concat([unwrap.update(wrapped.subarray(12, -16)), unwrap.final()]);
  return { keyId, key: Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'guanhu:field:aes', 32)) };
}

const place = (...names) => Buffer.from(names.join('\u001f'));

/** Opens sealed fields of a county: version and key id (3 bytes), nonce (12), text, tag (16). */
export async function opener(county) {
  const { key } = await fieldKey(county);
  return (table, row, column, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(3, 15))
      .setAAD(Buffer.concat([sealed.subarray(0, 3), place(county, table, row, column)]))
      .setAuthTag(sealed.subarray(-16));
    return decipher.update(sealed.subarray(15, -16), undefined, 'utf8') + decipher.final('utf8');
  };
}

/** Seals fields of a county in the same form. */
export async function sealer(county) {
  const { key, keyId } = await fieldKey(county);
  const header = Buffer.from([1, keyId >> 8, keyId & 0xff]);
  return (table, row, column, text) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, place(county, table, row, column)]));
    return Buffer.concat([header, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  };
}

export async function listen() {
  await app.listen({ port: Number(BARE_PORT), host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0)).once('disconnect', () => process.exit(0));
}
