import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from './database.ts';

export type AreaPage = { readonly areas: readonly Id[]; readonly before: Id | null; readonly limit: number };

/**
 * Rows of these areas, newest first, before the row `before`: what every list of a room asks for.
 * @param from SQL that selects the rows `of` with their `area`; the county is `$1`
 * @param filters columns of `of` that must have a value; null: any
 */
export function readAreaPage<Row extends object>(
  reader: Reader,
  { from, of, filters = {} }: { readonly from: string; readonly of: string; readonly filters?: Readonly<Record<string, string | null>> },
  { areas, before, limit }: AreaPage,
): Promise<Row[]> {
  const asked = Object.entries(filters).filter(([, value]) => value !== null);
  const narrowed = asked.map(([column], at) => ` AND ${of}.${column} = $${String(at + 5)}`).join('');
  return reader.sql<Row>(
    `${from} WHERE ${of}.county_id = $1 AND area.path && $2::uuid[] AND ($3::uuid IS NULL OR ${of}.id < $3)${narrowed}
     ORDER BY ${of}.id DESC LIMIT $4`,
    [reader.countyId, areas, before, limit, ...asked.map(([, value]) => value)],
  );
}
