import type { Role } from '@guanhu/shared/access/access.terms';
import type { PostFacts } from '@guanhu/shared/access/post.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

export type PostRow = PostFacts & {
  readonly postId: Id;
  readonly personId: Id;
  readonly areaName: string;
  readonly organisationName: string | null;
};

const POSTS = `
  SELECT post.id AS "postId", post.person_id AS "personId", post.role, post.area_id AS "areaId", area.name AS "areaName",
         post.organisation_id AS "organisationId", organisation.name AS "organisationName", post.from_on AS "from", post.until_on AS "until"
  FROM post
  JOIN area ON area.county_id = $1 AND area.id = post.area_id
  LEFT JOIN organisation ON organisation.county_id = $1 AND organisation.id = post.organisation_id
  WHERE post.county_id = $1 AND post.person_id = ANY($2::uuid[])`;

/** Every post these persons ever had, newest first. */
export const readPosts = (reader: Reader, personIds: readonly Id[]): Promise<PostRow[]> =>
  reader.sql(`${POSTS} ORDER BY post.from_on DESC, post.id DESC`, [reader.countyId, personIds]);

export type DeputyshipRow = {
  readonly id: Id;
  readonly personId: Id;
  readonly deputyId: Id;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly over: boolean;
};

/** Deputies that were ever named for the person, newest first. */
export const readDeputyships = (reader: Reader, personId: Id, today: CalendarDate): Promise<DeputyshipRow[]> =>
  reader.sql(
    `SELECT id, person_id AS "personId", deputy_id AS "deputyId", from_on AS "from", until_on AS "until", (ended_at IS NOT NULL OR until_on < $3) AS over
     FROM deputyship WHERE county_id = $1 AND person_id = $2 ORDER BY from_on DESC, id DESC`,
    [reader.countyId, personId, today],
  );

/** Who stands in for these persons on `today`. */
export const readDeputiesOf = (reader: Reader, personIds: readonly Id[], today: CalendarDate): Promise<{ personId: Id; deputyId: Id }[]> =>
  reader.sql(
    `SELECT person_id AS "personId", deputy_id AS "deputyId" FROM deputyship
     WHERE county_id = $1 AND person_id = ANY($2::uuid[]) AND from_on <= $3 AND until_on >= $3 AND ended_at IS NULL ORDER BY from_on, id`,
    [reader.countyId, personIds, today],
  );

/** Persons whose deputy this person is on `today`. */
export async function readActingFor(reader: Reader, deputyId: Id, today: CalendarDate): Promise<Id[]> {
  const rows = await reader.sql<{ person_id: Id }>(
    'SELECT person_id FROM deputyship WHERE county_id = $1 AND deputy_id = $2 AND from_on <= $3 AND until_on >= $3 AND ended_at IS NULL',
    [reader.countyId, deputyId, today],
  );
  return rows.map(row => row.person_id);
}

/** Posts the person may act in on `today`, a deputy's included. */
export async function readPostsInForce(reader: Reader, personId: Id, today: CalendarDate): Promise<PostRow[]> {
  const persons = [personId, ...(await readActingFor(reader, personId, today))];
  return reader.sql(`${POSTS} AND post.from_on <= $3 AND (post.until_on IS NULL OR post.until_on >= $3) ORDER BY post.from_on, post.id`, [
    reader.countyId,
    persons,
    today,
  ]);
}

export async function insertPost(tx: Tx, personId: Id, postId: Id, post: PostFacts): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO post (county_id, id, person_id, role, area_id, organisation_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, postId, personId, post.role, post.areaId, post.organisationId, post.from, post.until],
  );
  return rows.length === 1;
}

/** A post that has not begun by then never begins. */
export async function endPosts(tx: Tx, personId: Id, postIds: readonly Id[], lastDay: CalendarDate): Promise<void> {
  await tx.sql(
    `UPDATE post SET until_on = greatest($4::date, from_on - 1) WHERE county_id = $1 AND person_id = $2 AND id = ANY($3::uuid[])`,
    [tx.countyId, personId, postIds, lastDay],
  );
}

/** Administrators of the county other than this person, still in office the day after `lastDay`. Locked, so that two cannot end each other. */
export async function otherAdministrators(tx: Tx, personId: Id, lastDay: CalendarDate): Promise<number> {
  const rows = await tx.sql<{ person_id: Id }>(
    `SELECT person_id FROM post WHERE county_id = $1 AND role = 'administrator' AND person_id <> $2
       AND from_on <= $3::date + 1 AND (until_on IS NULL OR until_on > $3::date) ORDER BY id FOR UPDATE`,
    [tx.countyId, personId, lastDay],
  );
  return new Set(rows.map(row => row.person_id)).size;
}

export async function insertDeputyship(
  tx: Tx,
  row: { id: Id; personId: Id; deputyId: Id; from: CalendarDate; until: CalendarDate },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, row.id, row.personId, row.deputyId, row.from, row.until],
  );
  return rows.length === 1;
}

/** @returns the deputy whose deputyship ended, `undefined` when there was none to end. */
export async function endDeputyship(tx: Tx, personId: Id, deputyshipId: Id, now: Date): Promise<Id | undefined> {
  const [row] = await tx.sql<{ deputy_id: Id }>(
    'UPDATE deputyship SET ended_at = $4 WHERE county_id = $1 AND person_id = $2 AND id = $3 AND ended_at IS NULL RETURNING deputy_id',
    [tx.countyId, personId, deputyshipId, now],
  );
  return row?.deputy_id;
}

/** Ends every deputyship that the person gave or took. */
export async function endDeputyshipsOf(tx: Tx, personId: Id, now: Date): Promise<void> {
  await tx.sql('UPDATE deputyship SET ended_at = $3 WHERE county_id = $1 AND (person_id = $2 OR deputy_id = $2) AND ended_at IS NULL', [
    tx.countyId,
    personId,
    now,
  ]);
}

/** Who holds one of these roles on `day` in an area that contains the place; `path` is the place's, county first. */
export const readHolders = (
  reader: Reader,
  roles: readonly Role[],
  path: readonly Id[],
  day: CalendarDate,
): Promise<{ personId: Id; role: Role; areaId: Id }[]> =>
  reader.sql(
    `SELECT DISTINCT person_id AS "personId", role, area_id AS "areaId" FROM post
     WHERE county_id = $1 AND role = ANY($2::text[]) AND area_id = ANY($3::uuid[]) AND from_on <= $4 AND (until_on IS NULL OR until_on >= $4)
     ORDER BY person_id, role`,
    [reader.countyId, roles, path, day],
  );

/** Persons who have not left and hold one of these roles on `day` by a post of one of these organisations. */
export async function readMembers(
  reader: Reader,
  organisationIds: readonly Id[],
  roles: readonly Role[],
  day: CalendarDate,
): Promise<Id[]> {
  const rows = await reader.sql<{ person_id: Id }>(
    `SELECT DISTINCT post.person_id FROM post JOIN person ON person.county_id = $1 AND person.id = post.person_id
     WHERE post.county_id = $1 AND post.organisation_id = ANY($2::uuid[]) AND post.role = ANY($3::text[]) AND person.left_at IS NULL
       AND post.from_on <= $4 AND (post.until_on IS NULL OR post.until_on >= $4) ORDER BY post.person_id`,
    [reader.countyId, organisationIds, roles, day],
  );
  return rows.map(row => row.person_id);
}

/** Posts in force on `day` that stand exactly in these areas. */
export const readPostsIn = (
  reader: Reader,
  areaIds: readonly Id[],
  day: CalendarDate,
): Promise<{ personId: Id; role: Role; areaId: Id }[]> =>
  reader.sql(
    `SELECT person_id AS "personId", role, area_id AS "areaId" FROM post
     WHERE county_id = $1 AND area_id = ANY($2::uuid[]) AND from_on <= $3 AND (until_on IS NULL OR until_on >= $3) ORDER BY id`,
    [reader.countyId, areaIds, day],
  );

/** Persons who have not left and hold a post on `day` in these areas or inside them; of one role when named. */
export async function readPersonsIn(reader: Reader, areaIds: readonly Id[], role: Role | null, day: CalendarDate): Promise<Id[]> {
  const rows = await reader.sql<{ person_id: Id }>(
    `SELECT DISTINCT post.person_id FROM post
     JOIN area ON area.county_id = $1 AND area.id = post.area_id
     JOIN person ON person.county_id = $1 AND person.id = post.person_id
     WHERE post.county_id = $1 AND area.path && $2::uuid[] AND person.left_at IS NULL AND ($3::text IS NULL OR post.role = $3)
       AND post.from_on <= $4 AND (post.until_on IS NULL OR post.until_on >= $4) ORDER BY post.person_id`,
    [reader.countyId, areaIds, role, day],
  );
  return rows.map(row => row.person_id);
}
