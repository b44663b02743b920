import { DEPARTMENT_KEYS, DEPARTMENTS, type Department } from '@guanhu/shared/exchange/exchange.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';

export type MissingList = {
  readonly roundId: Id;
  readonly department: Department;
  readonly deadline: CalendarDate;
  /** Who speaks for the department at the township today, nearest first; null: nobody does. */
  readonly speakerId: Id | null;
};

/** Lists that nobody has handed in for open rounds, so many days before their deadline or later; `own` is of townships with days of their own. */
export const readMissingLists = (
  reader: Reader,
  { day, days, own }: { day: CalendarDate; days: number; own: readonly [readonly Id[], readonly number[]] },
): Promise<MissingList[]> =>
  reader.sql(
    `SELECT round.id AS "roundId", department.name AS department, round.deadline, speaker.person_id AS "speakerId"
     FROM exchange_round AS round JOIN area ON area.county_id = $1 AND area.id = round.township_id
       CROSS JOIN unnest($3::text[], $4::text[]) AS department (name, role)
       LEFT JOIN unnest($6::uuid[], $7::int[]) AS own (township_id, days) ON own.township_id = round.township_id
       LEFT JOIN LATERAL (SELECT post.person_id FROM post WHERE post.county_id = $1 AND post.role = department.role
         AND post.area_id = ANY(area.path) AND post.from_on <= $2 AND (post.until_on IS NULL OR post.until_on >= $2)
         ORDER BY array_position(area.path, post.area_id) DESC, post.from_on, post.id LIMIT 1) AS speaker ON true
     WHERE round.county_id = $1 AND round.state = 'open' AND round.deadline - coalesce(own.days, $5::int) <= $2::date
       AND NOT EXISTS (SELECT FROM exchange_list AS list WHERE list.county_id = $1 AND list.round_id = round.id
         AND list.department = department.name)
     ORDER BY round.id, department.name`,
    [reader.countyId, day, DEPARTMENT_KEYS, DEPARTMENT_KEYS.map(each => DEPARTMENTS[each].role), days, ...own],
  );

/** Rounds that lapsed while somebody was still asked for a list of them. */
export async function readLapsedAsked(reader: Reader): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT round.id FROM exchange_round AS round WHERE round.county_id = $1 AND round.state = 'lapsed' AND EXISTS (
       SELECT FROM task WHERE task.county_id = $1 AND task.cause_id = round.id AND task.kind = 'exchangeList' AND task.state IN ('open', 'suspended'))`,
    [reader.countyId],
  );
  return rows.map(row => row.id);
}
