import type { Role } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { StageDays } from '@guanhu/shared/screening/campaign.rules';
import type { Reader } from '../platform/database/database.ts';

/** A village that has not answered a screening which runs, and who answers for it today: the first of the posts that somebody holds there. */
export type AskedVillage = StageDays & { readonly campaignId: Id; readonly areaId: Id; readonly personId: Id | null };

export const readAskedVillages = (reader: Reader, posts: readonly Role[], day: CalendarDate): Promise<AskedVillage[]> =>
  reader.sql(
    `SELECT campaign.id AS "campaignId", village.area_id AS "areaId", campaign.plan_on AS "planOn", campaign.carry_out_on AS "carryOutOn",
       campaign.fill_gaps_on AS "fillGapsOn", campaign.consolidate_on AS "consolidateOn", campaign.ends_on AS "endsOn", asked.person_id AS "personId"
     FROM screening_campaign AS campaign
     JOIN screening_village AS village ON village.county_id = $1 AND village.campaign_id = campaign.id AND village.answer IS NULL
     LEFT JOIN LATERAL (SELECT post.person_id FROM post WHERE post.county_id = $1 AND post.area_id = village.area_id AND post.role = ANY($3::text[])
       AND post.from_on <= $2 AND (post.until_on IS NULL OR post.until_on >= $2)
       ORDER BY array_position($3::text[], post.role), post.from_on, post.id LIMIT 1) AS asked ON true
     WHERE campaign.county_id = $1 AND campaign.carry_out_on <= $2 AND campaign.ends_on >= $2
     ORDER BY campaign.id, village.area_id`,
    [reader.countyId, day, posts],
  );

/** Screenings that are over while some village is still asked. */
export async function readOverAsked(reader: Reader, day: CalendarDate): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT campaign.id FROM screening_campaign AS campaign WHERE campaign.county_id = $1 AND campaign.ends_on < $2 AND EXISTS (
       SELECT FROM task WHERE task.county_id = $1 AND task.cause_id = campaign.id AND task.kind = 'villageRound' AND task.state IN ('open', 'suspended'))`,
    [reader.countyId, day],
  );
  return rows.map(row => row.id);
}
