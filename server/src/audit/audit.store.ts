import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Sql, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** Ids and codes that make a deed understandable; never a value somebody typed. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export type NewDeed = {
  readonly actor: Actor | 'system';
  /** `<room>:<what-was-done>` */
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: Id;
  readonly patientId?: Id | null;
  readonly facts?: Facts;
};

/** A deed's facts, with the merged file that led to the patient's; for a use-case that writes the row within its own statement. */
export const deedFacts = (actor: Actor | 'system', facts: Facts): Facts =>
  actor === 'system' || actor.ledFrom === undefined ? facts : { ...facts, ledFrom: actor.ledFrom };

/** The values of a deed's row: (id, person, session, act, kind, object, patient, facts). */
const deedValues = ({ actor, act, objectKind, objectId, patientId, facts = {} }: NewDeed): readonly unknown[] => [
  newId(),
  actor === 'system' ? null : actor.personId,
  actor === 'system' ? null : actor.sessionId,
  act,
  objectKind,
  objectId,
  patientId ?? null,
  JSON.stringify(deedFacts(actor, facts)),
];

export async function insertDeed(tx: Tx, deed: NewDeed): Promise<void> {
  await tx.sql(
    `INSERT INTO deed (county_id, id, at, person_id, session_id, act, object_kind, object_id, patient_id, facts)
     VALUES ($1, $2, now(), $3, $4, $5, $6, $7, $8, $9)`,
    [tx.countyId, ...deedValues(deed)],
  );
}

/** Many deeds in one statement. */
export async function insertDeeds(tx: Tx, deeds: readonly NewDeed[]): Promise<void> {
  const rows = deeds.map(deedValues);
  const [first] = rows;
  if (!first) return;
  await tx.sqlOfMany(
    `INSERT INTO deed (county_id, id, at, person_id, session_id, act, object_kind, object_id, patient_id, facts)
     SELECT $1, row.id, now(), row.person_id, row.session_id, row.act, row.object_kind, row.object_id, row.patient_id, row.facts
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::jsonb[])
       AS row (id, person_id, session_id, act, object_kind, object_id, patient_id, facts)`,
    [tx.countyId, ...first.map((_, column) => rows.map(row => row[column]))],
  );
}

/** The values of a read-log row, for a list that writes it within its own statement: (id, person, session, what). */
export const readValues = (actor: Actor, what: string): readonly unknown[] => [newId(), actor.personId, actor.sessionId, what];

export async function insertRead(reader: Reader, actor: Actor, what: string, patientIds: readonly Id[]): Promise<void> {
  await reader.sql(
    'INSERT INTO read_log (county_id, id, at, person_id, session_id, what, patient_ids) VALUES ($1, $2, now(), $3, $4, $5, $6::uuid[])',
    [reader.countyId, ...readValues(actor, what), patientIds],
  );
}

/** A deed as it goes into the chain. */
export type DeedRow = {
  id: string;
  /** Microseconds since 1970 as PostgreSQL keeps them, as text: no rounding on the way into the hash. */
  at: string;
  person_id: string | null;
  session_id: string | null;
  act: string;
  object_kind: string;
  object_id: string;
  patient_id: string | null;
  facts: string;
};

export const DEED_COLUMNS = `id, (extract(epoch FROM at) * 1000)::bigint::text AS at, person_id, session_id, act, object_kind, object_id, patient_id, facts::text AS facts`;

/** Deeds committed but not sealed, oldest first; the head is locked so that two sealers take turns. */
export async function takeUnsealed(tx: Tx, most: number): Promise<{ head: { seq: number; hash: Buffer }; deeds: DeedRow[] }> {
  await tx.sql(`INSERT INTO chain_head (county_id, seq, hash, sealed_at) VALUES ($1, 0, '\\x', now()) ON CONFLICT (county_id) DO NOTHING`, [
    tx.countyId,
  ]);
  const [head] = await tx.sql<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM chain_head WHERE county_id = $1 FOR UPDATE', [
    tx.countyId,
  ]);
  if (!head) throw new Error('a county without a chain head');
  const deeds = await tx.sql<DeedRow>(
    `SELECT ${DEED_COLUMNS} FROM deed WHERE county_id = $1 AND seal_seq IS NULL ORDER BY deed.at, id LIMIT $2`,
    [tx.countyId, most],
  );
  return { head, deeds };
}

export async function storeSeals(tx: Tx, seals: readonly { id: string; seq: number; hash: Buffer }[]): Promise<void> {
  const last = seals.at(-1);
  if (!last) return;
  await tx.sql(
    `UPDATE deed SET seal_seq = seal.seq, chain_hash = seal.hash
     FROM unnest($2::uuid[], $3::bigint[], $4::bytea[]) AS seal (id, seq, hash) WHERE deed.county_id = $1 AND deed.id = seal.id`,
    [tx.countyId, seals.map(seal => seal.id), seals.map(seal => seal.seq), seals.map(seal => seal.hash)],
  );
  await tx.sql('UPDATE chain_head SET seq = $2, hash = $3, sealed_at = now() WHERE county_id = $1', [tx.countyId, last.seq, last.hash]);
}

/** Sealed deeds in the chain's order, a page at a time. */
export const sealedAfter = (
  sql: Sql,
  countyId: number,
  seq: number,
  most: number,
): Promise<(DeedRow & { seal_seq: number; chain_hash: Buffer })[]> =>
  sql(`SELECT ${DEED_COLUMNS}, seal_seq, chain_hash FROM deed WHERE county_id = $1 AND seal_seq > $2 ORDER BY seal_seq LIMIT $3`, [
    countyId,
    seq,
    most,
  ]);
