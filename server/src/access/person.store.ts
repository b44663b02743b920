import { compactText } from '@guanhu/shared/kernel/plain-text';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const nameOf = (row: Id) => ({ table: 'person', row, column: 'name_sealed' });
const phoneOf = (row: Id) => ({ table: 'person', row, column: 'phone_sealed' });

/** Spaces and the width of characters do not make another name. */
export const nameDigest = (vault: CountyVault, name: string): Buffer => vault.digest('person-name', compactText(name));
export const phoneDigest = (vault: CountyVault, phone: string): Buffer => vault.digest('phone', phone);

/** @returns false when the id is taken. */
export async function insertPerson(
  tx: Tx,
  vault: CountyVault,
  person: { id: Id; name: string; phone: string | null; now: Date },
): Promise<boolean> {
  const { id, name, phone, now } = person;
  const rows = await tx.sql(
    `INSERT INTO person (county_id, id, name_sealed, name_digest, phone_sealed, phone_digest, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      id,
      vault.seal(nameOf(id), name),
      nameDigest(vault, name),
      phone === null ? null : vault.seal(phoneOf(id), phone),
      phone === null ? null : phoneDigest(vault, phone),
      now,
    ],
  );
  return rows.length === 1;
}

export type PersonRecord = {
  readonly id: Id;
  readonly name: string;
  readonly phone: string | null;
  readonly leftAt: Date | null;
  readonly successorId: Id | null;
};

type Sealed = { id: Id; name_sealed: Buffer; phone_sealed: Buffer | null; left_at: Date | null; successor_id: Id | null };
const COLUMNS = 'id, name_sealed, phone_sealed, left_at, successor_id';

const opened = (vault: CountyVault, row: Sealed): PersonRecord => ({
  id: row.id,
  name: vault.open(nameOf(row.id), row.name_sealed),
  phone: row.phone_sealed === null ? null : vault.open(phoneOf(row.id), row.phone_sealed),
  leftAt: row.left_at,
  successorId: row.successor_id,
});

export async function readPersons(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<PersonRecord[]> {
  const rows = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM person WHERE county_id = $1 AND id = ANY($2::uuid[])`, [
    reader.countyId,
    ids,
  ]);
  return rows.map(row => opened(vault, row));
}

/** For a decision about the person: the row stays as it is until the transaction ends. */
export async function lockPerson(tx: Tx, vault: CountyVault, id: Id): Promise<PersonRecord | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM person WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** Persons with this exact name who have not left, oldest first. */
export async function findByName(reader: Reader, vault: CountyVault, name: string): Promise<PersonRecord[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM person WHERE county_id = $1 AND name_digest = $2 AND left_at IS NULL ORDER BY id`,
    [reader.countyId, nameDigest(vault, name)],
  );
  return rows.map(row => opened(vault, row));
}

export async function updatePhone(tx: Tx, vault: CountyVault, id: Id, phone: string): Promise<void> {
  await tx.sql('UPDATE person SET phone_sealed = $3, phone_digest = $4 WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    id,
    vault.seal(phoneOf(id), phone),
    phoneDigest(vault, phone),
  ]);
}

export async function markLeft(tx: Tx, id: Id, successorId: Id | null, now: Date): Promise<void> {
  await tx.sql('UPDATE person SET left_at = $3, successor_id = $4 WHERE county_id = $1 AND id = $2', [tx.countyId, id, now, successorId]);
}

export type PeopleFilter = {
  readonly role: string | null;
  readonly areaId: Id | null;
  readonly withPosts: boolean;
  readonly left: boolean;
  readonly today: string;
};

/** Names of everybody the filter leaves, at most `most`. */
export async function readNames(
  reader: Reader,
  vault: CountyVault,
  filter: PeopleFilter,
  most: number,
): Promise<{ id: Id; name: string }[]> {
  const rows = await reader.sql<{ id: Id; name_sealed: Buffer }>(
    `SELECT id, name_sealed FROM person
     WHERE county_id = $1 AND (left_at IS NOT NULL) = $2
       AND (EXISTS (
         SELECT FROM post JOIN area ON area.county_id = $1 AND area.id = post.area_id
         WHERE post.county_id = $1 AND post.person_id = person.id AND ($2 OR post.until_on IS NULL OR post.until_on >= $3)
           AND ($4::text IS NULL OR post.role = $4) AND ($5::uuid IS NULL OR $5 = ANY (area.path))
       )) = $6
     ORDER BY id LIMIT $7`,
    [reader.countyId, filter.left, filter.today, filter.role, filter.areaId, filter.withPosts, most],
  );
  return rows.map(row => ({ id: row.id, name: vault.open(nameOf(row.id), row.name_sealed) }));
}
