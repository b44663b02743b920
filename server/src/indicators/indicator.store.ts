import type { AreaKind } from '@guanhu/shared/access/access.terms';
import { COUNTS, INCIDENT_COUNT_KEYS } from '@guanhu/shared/indicators/indicators.terms';
import type { Counted } from '@guanhu/shared/indicators/indicators.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';
import { columnOf } from './count.store.ts';

export type AreaRow = { readonly id: Id; readonly kind: AreaKind; readonly name: string; readonly path: readonly Id[] };

/** The area, or the widest of these areas. */
export async function readArea(reader: Reader, areaIds: readonly Id[]): Promise<AreaRow | undefined> {
  const [row] = await reader.sql<AreaRow>(
    'SELECT id, kind, name, path FROM area WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY cardinality(path), name, id LIMIT 1',
    [reader.countyId, areaIds],
  );
  return row;
}

/** The sum of a place; of residents only when every village of it is known. */
const SUMS = [
  'CASE WHEN count(residents) = count(*) THEN sum(residents)::int END AS residents',
  ...[...COUNTS.filter(count => count !== 'residents'), ...INCIDENT_COUNT_KEYS].map(
    name => `coalesce(sum(${columnOf(name)}), 0)::int AS "${name}"`,
  ),
].join(', ');

export type PlaceCounted = AreaRow & Counted;

/** The places right inside of an area, each with its sums; the ones of which nothing was counted in the month are left out. */
export const readPlaces = (reader: Reader, area: AreaRow, month: CalendarDate): Promise<PlaceCounted[]> =>
  reader.sql(
    `SELECT place.id, place.kind, place.name, place.path, ${SUMS}
     FROM area AS place
     JOIN area AS village ON village.county_id = $1 AND village.kind = 'village' AND village.path[$4] = place.id
     JOIN indicator_month ON indicator_month.county_id = $1 AND indicator_month.month = $3 AND indicator_month.village_id = village.id
     WHERE place.county_id = $1 AND place.parent_id = $2
     GROUP BY place.county_id, place.id ORDER BY place.name, place.id`,
    [reader.countyId, area.id, month, area.path.length + 1],
  );

/** The places along a path (0: the county), and those beside each of them, month by month. */
export const readBeside = (
  reader: Reader,
  path: readonly Id[],
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<(Counted & { readonly id: Id; readonly depth: number; readonly month: CalendarDate })[]> =>
  reader.sql(
    `SELECT place.id, cardinality(place.path) - 1 AS depth, indicator_month.month, ${SUMS}
     FROM indicator_month JOIN area AS village ON village.county_id = $1 AND village.id = indicator_month.village_id
     JOIN area AS place ON place.county_id = $1 AND place.id = ANY(village.path) AND (place.id = $2 OR place.parent_id = ANY($3::uuid[]))
     WHERE indicator_month.county_id = $1 AND indicator_month.month BETWEEN $4 AND $5
     GROUP BY place.county_id, place.id, indicator_month.month ORDER BY place.name, place.id`,
    [reader.countyId, path[0], path.slice(0, -1), from, to],
  );

/** The whole county in a month; `undefined` when it has no villages of which anything was counted. */
export async function readTotals(reader: Reader, month: CalendarDate): Promise<Counted | undefined> {
  const [row] = await reader.sql<Counted>(`SELECT ${SUMS} FROM indicator_month WHERE county_id = $1 AND month = $2 HAVING count(*) > 0`, [
    reader.countyId,
    month,
  ]);
  return row;
}

/** An area month by month, oldest first. */
export const readTrend = (
  reader: Reader,
  areaId: Id,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<(Counted & { readonly month: CalendarDate })[]> =>
  reader.sql(
    `SELECT indicator_month.month, ${SUMS}
     FROM indicator_month JOIN area AS village ON village.county_id = $1 AND village.id = indicator_month.village_id AND village.path @> ARRAY[$2::uuid]
     WHERE indicator_month.county_id = $1 AND indicator_month.month BETWEEN $3 AND $4
     GROUP BY indicator_month.month ORDER BY indicator_month.month`,
    [reader.countyId, areaId, from, to],
  );

export async function readCount(reader: Reader, month: CalendarDate): Promise<{ formulas: number; countedAt: Date } | undefined> {
  const [row] = await reader.sql<{ formulas: number; countedAt: Date }>(
    'SELECT formulas, counted_at AS "countedAt" FROM indicator_count WHERE county_id = $1 AND month = $2',
    [reader.countyId, month],
  );
  return row;
}
