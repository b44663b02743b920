import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';
import { scopedPage, UNDER, type Under } from '../policy/policy.public.ts';

/** Case teams that stand, and whose review is named for later than `after` ($5; NULL: for any day) when anything moves at all ($6). */
type Asked = { readonly under: Under; readonly today: CalendarDate; readonly after: CalendarDate | null; readonly moves: boolean };
const MOVED = '($6 AND ($5::date IS NULL OR case_team.review_on > $5))';
const FROM = `FROM case_team
  JOIN patient ON patient.county_id = $1 AND patient.id = case_team.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  WHERE case_team.county_id = $1 AND case_team.state IN ('open', 'closing') AND $2::date IS NOT NULL AND ${UNDER}`;
const valuesOf = (reader: Reader, { under, today, after, moves }: Asked) => [
  reader.countyId,
  today,
  under.only,
  under.except,
  after,
  moves,
];

export async function countMovedCases(
  reader: Reader,
  asked: Asked,
  areas: readonly Id[],
): Promise<{ readonly patients: number; readonly moved: number }> {
  const [row] = await reader.sql<{ patients: number; moved: number }>(
    `SELECT count(*) AS patients, count(*) FILTER (WHERE ${MOVED}) AS moved ${FROM} AND area.path && $7::uuid[]`,
    [...valuesOf(reader, asked), areas],
  );
  return row ?? { patients: 0, moved: 0 };
}

/** Their patients within a scope, in the order of their ids. */
export const listMovedCases = (
  reader: Reader,
  asked: Asked,
  { scope, after, limit }: { scope: Scope; after: Id | null; limit: number },
): Promise<{ readonly id: Id; readonly nameSealed: Buffer; readonly villageName: string; readonly moved: true }[]> =>
  reader.sql(
    `SELECT patient.id, patient.name_sealed AS "nameSealed", area.name AS "villageName", true AS moved ${FROM} AND ${MOVED} AND ${scopedPage('$7', '$8', '$9', '$10')}`,
    [...valuesOf(reader, asked), scope.areas, scope.seats, after, limit],
  );
