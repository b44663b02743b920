import type { OrganisationKind } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ActivityKind, LoggedKind } from '@guanhu/shared/outreach/activity.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Columns = {
  readonly id: Id;
  readonly areaPath: readonly Id[];
  readonly areaName: string;
  readonly kind: ActivityKind;
  readonly on: CalendarDate;
  readonly attendees: number;
  readonly organiser: OrganisationKind | null;
  readonly loggedBy: Id;
  /** Photographs that were not taken out. */
  readonly photos: number;
};
type Column = 'what_sealed' | 'findings_sealed';
type Sealed = Columns & Readonly<Record<Column, Buffer>>;
export type ActivityRow = Columns & { readonly what: string; readonly findings: string };

const at = (table: 'outreach_activity' | 'drill', row: Id, column: Column) => ({ table, row, column });
/** Drills stand in the table of whoever keeps the roster. */
const tableOf = (kind: ActivityKind) => (kind === 'drill' ? 'drill' : 'outreach_activity');
const opened = (vault: CountyVault, { what_sealed, findings_sealed, ...row }: Sealed): ActivityRow => ({
  ...row,
  what: vault.open(at(tableOf(row.kind), row.id, 'what_sealed'), what_sealed),
  findings: vault.open(at(tableOf(row.kind), row.id, 'findings_sealed'), findings_sealed),
});

const FROM = `SELECT held.id, area.path AS "areaPath", area.name AS "areaName", held.kind, held.on_day AS "on", held.attendees, held.organiser,
    held.logged_by AS "loggedBy", held.what_sealed, held.findings_sealed,
    (SELECT count(*)::int FROM outreach_photo AS photo
       JOIN attachment ON attachment.county_id = $1 AND attachment.id = photo.id AND attachment.removed_at IS NULL
     WHERE photo.county_id = $1 AND (photo.activity_id = held.id OR photo.drill_id = held.id)) AS photos
  FROM (
    SELECT id, area_id, kind, on_day, attendees, organiser, logged_by, what_sealed, findings_sealed FROM outreach_activity WHERE county_id = $1
    UNION ALL
    SELECT id, township_id, 'drill', on_day, cardinality(person_ids), NULL, logged_by, what_sealed, findings_sealed FROM drill WHERE county_id = $1
  ) AS held JOIN area ON area.county_id = $1 AND area.id = held.area_id`;

type Asked = {
  readonly areas: readonly Id[];
  /** Where drills may be read. */
  readonly drillAreas: readonly Id[];
  readonly kind: ActivityKind | null;
  readonly townshipId: Id | null;
  readonly before: Id | null;
  readonly limit: number;
};
/** Newest first, before the row `before`. */
export async function readActivities(reader: Reader, vault: CountyVault, asked: Asked): Promise<ActivityRow[]> {
  const rows = await reader.sql<Sealed>(
    `${FROM} WHERE area.path && CASE held.kind WHEN 'drill' THEN $3::uuid[] ELSE $2::uuid[] END AND ($4::text IS NULL OR held.kind = $4)
       AND ($5::uuid IS NULL OR $5 = ANY(area.path)) AND ($6::uuid IS NULL OR held.id < $6) ORDER BY held.id DESC LIMIT $7`,
    [reader.countyId, asked.areas, asked.drillAreas, asked.kind, asked.townshipId, asked.before, asked.limit],
  );
  return rows.map(row => opened(vault, row));
}

export async function readActivity(reader: Reader, vault: CountyVault, id: Id): Promise<ActivityRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${FROM} WHERE held.id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

type NewActivity = Pick<ActivityRow, 'id' | 'on' | 'attendees' | 'organiser' | 'loggedBy' | 'what' | 'findings'> & {
  readonly areaId: Id;
  readonly kind: LoggedKind;
  readonly now: Date;
};
/** @returns false when the id is taken. */
export async function insertActivity(tx: Tx, vault: CountyVault, one: NewActivity): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO outreach_activity (county_id, id, area_id, kind, on_day, what_sealed, findings_sealed, attendees, organiser, logged_by, logged_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 WHERE NOT EXISTS (SELECT FROM drill WHERE county_id = $1 AND id = $2)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.areaId,
      one.kind,
      one.on,
      vault.seal(at('outreach_activity', one.id, 'what_sealed'), one.what),
      vault.seal(at('outreach_activity', one.id, 'findings_sealed'), one.findings),
      one.attendees,
      one.organiser,
      one.loggedBy,
      one.now,
    ],
  );
  return rows.length === 1;
}

export type PhotoRow = { readonly photoId: Id; readonly at: Date; readonly removed: boolean };

/** Of one activity or drill, in the order in which they came. */
export const readPhotos = (reader: Reader, activityId: Id): Promise<PhotoRow[]> =>
  reader.sql(
    `SELECT photo.id AS "photoId", attachment.made_at AS at, attachment.removed_at IS NOT NULL AS removed FROM outreach_photo AS photo
       JOIN attachment ON attachment.county_id = $1 AND attachment.id = photo.id
     WHERE photo.county_id = $1 AND (photo.activity_id = $2 OR photo.drill_id = $2) ORDER BY photo.id`,
    [reader.countyId, activityId],
  );

/** Waits for whoever adds or removes another one of the same activity. */
export async function lockPhotos(tx: Tx, activityId: Id): Promise<void> {
  await tx.sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [tx.countyId, activityId]);
}

export async function insertPhoto(tx: Tx, { id, kind }: Pick<ActivityRow, 'id' | 'kind'>, photoId: Id): Promise<void> {
  await tx.sql('INSERT INTO outreach_photo (county_id, id, activity_id, drill_id) VALUES ($1, $2, $3, $4)', [
    tx.countyId,
    photoId,
    kind === 'drill' ? null : id,
    kind === 'drill' ? id : null,
  ]);
}

/** When each of these townships, or a village of it, was guided last. */
export async function readLastGuidance(reader: Reader, townshipIds: readonly Id[]): Promise<ReadonlyMap<Id, CalendarDate>> {
  const rows = await reader.sql<{ townshipId: Id; on: CalendarDate }>(
    `SELECT area.path[2] AS "townshipId", max(held.on_day) AS "on" FROM outreach_activity AS held
       JOIN area ON area.county_id = $1 AND area.id = held.area_id
     WHERE held.county_id = $1 AND held.kind = 'guidance' AND area.path[2] = ANY($2::uuid[]) GROUP BY area.path[2]`,
    [reader.countyId, townshipIds],
  );
  return new Map(rows.map(row => [row.townshipId, row.on]));
}
