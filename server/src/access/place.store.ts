import type { AreaKind, OrganisationKind } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

export type AreaRow = {
  readonly id: Id;
  readonly kind: AreaKind;
  readonly parent_id: Id | null;
  readonly path: Id[];
  readonly name: string;
  readonly code: string;
  readonly aliases: string[];
};

/** Areas in force on `day`, county first, then by level and name. */
export const readAreas = (reader: Reader, day: CalendarDate): Promise<AreaRow[]> =>
  reader.sql(
    `SELECT area.id, area.kind, area.parent_id, area.path, area.name, area.code,
       coalesce(array_agg(area_alias.name ORDER BY area_alias.name) FILTER (WHERE area_alias.id IS NOT NULL), '{}') AS aliases
     FROM area LEFT JOIN area_alias ON area_alias.county_id = $1 AND area_alias.area_id = area.id
     WHERE area.county_id = $1 AND area.from_on <= $2 AND (area.until_on IS NULL OR area.until_on >= $2)
     GROUP BY area.county_id, area.id ORDER BY array_length(area.path, 1), area.name, area.id`,
    [reader.countyId, day],
  );

export async function readArea(reader: Reader, areaId: Id): Promise<Pick<AreaRow, 'kind' | 'path' | 'name'> | undefined> {
  const [row] = await reader.sql<Pick<AreaRow, 'kind' | 'path' | 'name'>>(
    'SELECT kind, path, name FROM area WHERE county_id = $1 AND id = $2',
    [reader.countyId, areaId],
  );
  return row;
}

/** The county's own area. @throws when the county was never set up. */
export async function readRoot(reader: Reader): Promise<Id> {
  const [row] = await reader.sql<{ id: Id }>('SELECT id FROM area WHERE county_id = $1 AND parent_id IS NULL', [reader.countyId]);
  if (!row) throw new Error('a county without its root area');
  return row.id;
}

export async function readAreasWithin(reader: Reader, areaIds: readonly Id[]): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>('SELECT id FROM area WHERE county_id = $1 AND path && $2::uuid[]', [reader.countyId, areaIds]);
  return rows.map(row => row.id);
}

export type NewArea = {
  readonly areaId: Id;
  readonly kind: AreaKind;
  readonly parentId: Id | null;
  readonly name: string;
  readonly code: string;
  readonly from: CalendarDate;
};

/** @throws Refusal NOT_FOUND_OR_NO_ACCESS when the parent is not an area of the county. */
export async function insertArea(tx: Tx, area: NewArea): Promise<void> {
  const parent = area.parentId === null ? undefined : await readArea(tx, area.parentId);
  if (area.parentId !== null && !parent) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  await tx.prisma.area.create({
    data: {
      countyId: tx.countyId,
      id: area.areaId,
      kind: area.kind,
      parentId: area.parentId,
      path: [...(parent?.path ?? []), area.areaId],
      name: area.name,
      code: area.code,
      fromOn: new Date(area.from),
    },
  });
}

/** Saying twice that a name means an area is saying it once. */
export async function insertAlias(tx: Tx, alias: { id: Id; areaId: Id; name: string; by: Id | null; now: Date }): Promise<void> {
  await tx.sql(
    `INSERT INTO area_alias (county_id, id, area_id, name, confirmed_at, confirmed_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, name, area_id) DO NOTHING`,
    [tx.countyId, alias.id, alias.areaId, alias.name, alias.now, alias.by],
  );
}

export type OrganisationRow = { readonly id: Id; readonly kind: OrganisationKind; readonly name: string; readonly area_id: Id };

export const readOrganisations = (reader: Reader): Promise<OrganisationRow[]> =>
  reader.sql('SELECT id, kind, name, area_id FROM organisation WHERE county_id = $1 ORDER BY name, id', [reader.countyId]);

export async function insertOrganisation(tx: Tx, one: OrganisationRow): Promise<void> {
  await tx.prisma.organisation.create({ data: { countyId: tx.countyId, id: one.id, kind: one.kind, name: one.name, areaId: one.area_id } });
}

/** Areas that contain the organisation. */
export async function readOrganisationPath(reader: Reader, organisationId: Id): Promise<Id[] | undefined> {
  const [row] = await reader.sql<{ path: Id[] }>(
    `SELECT area.path FROM organisation JOIN area ON area.county_id = $1 AND area.id = organisation.area_id
     WHERE organisation.county_id = $1 AND organisation.id = $2`,
    [reader.countyId, organisationId],
  );
  return row?.path;
}
