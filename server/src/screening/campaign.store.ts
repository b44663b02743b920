import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { StageDays } from '@guanhu/shared/screening/campaign.rules';
import type { GapKind, VillageAnswer } from '@guanhu/shared/screening/campaign.terms';
import type { ClueState } from '@guanhu/shared/screening/clue.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type CampaignRow = StageDays & {
  readonly id: Id;
  readonly areaId: Id;
  readonly areaName: string;
  readonly halfYear: string | null;
  readonly title: string;
  readonly form: number;
  readonly groups: readonly number[];
  readonly villages: number;
  readonly answered: number;
  readonly openGaps: number;
  readonly clues: number;
};
type VillageRow = {
  readonly areaId: Id;
  readonly areaName: string;
  readonly areaPath: readonly Id[];
  readonly answer: VillageAnswer | null;
  readonly answeredAt: Date | null;
  readonly clues: number;
  readonly late: number;
};
type GapRow = {
  readonly id: Id;
  readonly campaignId: Id;
  readonly areaId: Id;
  readonly areaName: string;
  readonly areaPath: readonly Id[];
  readonly kind: GapKind;
  readonly words: string | null;
  readonly foundAt: Date;
  readonly correctedAt: Date | null;
  readonly remark: string | null;
  readonly villageAnswered: boolean;
};

const gapPlace = (row: Id, column: 'words_sealed' | 'remark_sealed') => ({ table: 'screening_gap', row, column });

/** SQL: the clues that count for a campaign: of its area, from the day on which villages begin to look. */
const COUNTED = `screening_clue AS clue JOIN area AS clue_area ON clue_area.county_id = $1 AND clue_area.id = clue.area_id
  AND campaign.area_id = ANY(clue_area.path) AND clue_area.path && $2::uuid[]
  WHERE clue.county_id = $1 AND clue.reported_at >= campaign.carry_out_on::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND clue.reported_at < (campaign.ends_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`;

export async function insertCampaign(
  tx: Tx,
  campaign: StageDays & Pick<CampaignRow, 'id' | 'areaId' | 'title' | 'form' | 'groups'> & { readonly by: Id; readonly now: Date },
): Promise<boolean> {
  const { id, areaId, title, form, groups, planOn, carryOutOn, fillGapsOn, consolidateOn, endsOn, by, now } = campaign;
  const rows = await tx.sql(
    `INSERT INTO screening_campaign (county_id, id, area_id, title, form, groups, plan_on, carry_out_on, fill_gaps_on, consolidate_on, ends_on,
       opened_by, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, id, areaId, title, form, groups, planOn, carryOutOn, fillGapsOn, consolidateOn, endsOn, by, now],
  );
  return rows.length === 1;
}

type Round = StageDays & { readonly id: Id; readonly areaId: Id };

/** Opens the half-year's standing round in these townships; where it is open nothing happens. @returns the new ones */
export async function insertRounds(
  tx: Tx,
  rounds: readonly Round[],
  of: { halfYear: string; title: string; form: number; now: Date },
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `INSERT INTO screening_campaign (county_id, id, area_id, half_year, title, form, groups, plan_on, carry_out_on, fill_gaps_on, consolidate_on,
       ends_on, opened_at)
     SELECT $1, id, area_id, $2, $3, $4, '{}', plan_on, carry_out_on, fill_gaps_on, consolidate_on, ends_on, $5
     FROM unnest($6::uuid[], $7::uuid[], $8::date[], $9::date[], $10::date[], $11::date[], $12::date[])
       AS round (id, area_id, plan_on, carry_out_on, fill_gaps_on, consolidate_on, ends_on)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      of.halfYear,
      of.title,
      of.form,
      of.now,
      rounds.map(round => round.id),
      rounds.map(round => round.areaId),
      rounds.map(round => round.planOn),
      rounds.map(round => round.carryOutOn),
      rounds.map(round => round.fillGapsOn),
      rounds.map(round => round.consolidateOn),
      rounds.map(round => round.endsOn),
    ],
  );
  return rows.map(row => row.id);
}

/** Every village of today in every screening that is not over, those that came into being meanwhile too. */
export async function addVillages(tx: Tx, today: CalendarDate): Promise<void> {
  await tx.sql(
    `INSERT INTO screening_village (county_id, id, campaign_id, area_id)
     SELECT $1, new_id(), campaign.id, area.id FROM screening_campaign AS campaign
     JOIN area ON area.county_id = $1 AND area.kind = 'village' AND campaign.area_id = ANY(area.path)
       AND area.from_on <= $2 AND (area.until_on IS NULL OR area.until_on >= $2)
     WHERE campaign.county_id = $1 AND campaign.ends_on >= $2 ON CONFLICT DO NOTHING`,
    [tx.countyId, today],
  );
}

/** The self-check of every screening in its third stage or later: who has not answered is a gap, once. */
export async function addGaps(tx: Tx, today: CalendarDate, now: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO screening_gap (county_id, id, campaign_id, area_id, kind, found_at)
     SELECT $1, new_id(), campaign.id, village.area_id, 'unanswered', $3 FROM screening_campaign AS campaign
     JOIN screening_village AS village ON village.county_id = $1 AND village.campaign_id = campaign.id AND village.answer IS NULL
     WHERE campaign.county_id = $1 AND campaign.fill_gaps_on <= $2 AND campaign.ends_on >= $2 ON CONFLICT DO NOTHING`,
    [tx.countyId, today, now],
  );
}

/** Screenings in these areas or all around them, newest first, before the row `before`; or one of them. Numbers are of these areas. */
export function readCampaigns(
  reader: Reader,
  asked: { areas: readonly Id[]; campaignId: Id | null; before: Id | null; limit: number },
): Promise<CampaignRow[]> {
  return reader.sql<CampaignRow>(
    `SELECT campaign.id, campaign.area_id AS "areaId", area.name AS "areaName", campaign.half_year AS "halfYear", campaign.title, campaign.form,
       campaign.groups, campaign.plan_on AS "planOn", campaign.carry_out_on AS "carryOutOn", campaign.fill_gaps_on AS "fillGapsOn",
       campaign.consolidate_on AS "consolidateOn", campaign.ends_on AS "endsOn", progress.villages, progress.answered,
       (SELECT count(*)::int FROM screening_gap AS gap JOIN area AS of_gap ON of_gap.county_id = $1 AND of_gap.id = gap.area_id
        WHERE gap.county_id = $1 AND gap.campaign_id = campaign.id AND gap.corrected_at IS NULL AND of_gap.path && $2::uuid[]) AS "openGaps",
       (SELECT count(*)::int FROM ${COUNTED}) AS clues
     FROM screening_campaign AS campaign JOIN area ON area.county_id = $1 AND area.id = campaign.area_id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS villages, count(village.answer)::int AS answered FROM screening_village AS village
       JOIN area AS own ON own.county_id = $1 AND own.id = village.area_id
       WHERE village.county_id = $1 AND village.campaign_id = campaign.id AND own.path && $2::uuid[]) AS progress
     WHERE campaign.county_id = $1 AND ($3::uuid IS NULL OR campaign.id = $3) AND ($4::uuid IS NULL OR campaign.id < $4)
       AND (area.path && $2::uuid[] OR campaign.area_id = ANY(
         SELECT unnest(around.path) FROM area AS around WHERE around.county_id = $1 AND around.id = ANY($2::uuid[])))
     ORDER BY campaign.id DESC LIMIT $5`,
    [reader.countyId, asked.areas, asked.campaignId, asked.before, asked.limit],
  );
}

/** Progress by village, within these areas: those without an answer first. */
export function readVillages(
  reader: Reader,
  asked: { areas: readonly Id[]; campaignId: Id; areaId: Id | null; today: CalendarDate },
): Promise<VillageRow[]> {
  return reader.sql<VillageRow>(
    `SELECT village.area_id AS "areaId", area.name AS "areaName", area.path AS "areaPath", village.answer, village.answered_at AS "answeredAt",
       counted.clues, counted.late
     FROM screening_village AS village JOIN area ON area.county_id = $1 AND area.id = village.area_id
     JOIN screening_campaign AS campaign ON campaign.county_id = $1 AND campaign.id = village.campaign_id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS clues, count(*) FILTER (WHERE clue.due_on < $5)::int AS late FROM ${COUNTED} AND clue.area_id = village.area_id
     ) AS counted
     WHERE village.county_id = $1 AND village.campaign_id = $3 AND area.path && $2::uuid[] AND ($4::uuid IS NULL OR village.area_id = $4)
     ORDER BY village.answer IS NOT NULL, area.code`,
    [reader.countyId, asked.areas, asked.campaignId, asked.areaId, asked.today],
  );
}

/** How many clues of a screening stand where, and of which group; within these areas. */
export function readCounts(
  reader: Reader,
  asked: { areas: readonly Id[]; campaignId: Id },
): Promise<{ state: ClueState; group: number | null; clues: number }[]> {
  return reader.sql(
    `SELECT clue.state, clue.clue_group AS "group", count(*)::int AS clues FROM screening_campaign AS campaign CROSS JOIN ${COUNTED}
       AND campaign.county_id = $1 AND campaign.id = $3
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [reader.countyId, asked.areas, asked.campaignId],
  );
}

/** @returns false when the village is none of the screening's. */
export async function answerVillage(
  tx: Tx,
  { campaignId, areaId, answer, by, now }: { campaignId: Id; areaId: Id; answer: VillageAnswer; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE screening_village SET answer = $4, answered_by = $5, answered_at = $6 WHERE county_id = $1 AND campaign_id = $2 AND area_id = $3 RETURNING id`,
    [tx.countyId, campaignId, areaId, answer, by, now],
  );
  return rows.length === 1;
}

export async function insertGap(
  tx: Tx,
  vault: CountyVault,
  gap: { id: Id; campaignId: Id; areaId: Id; words: string; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO screening_gap (county_id, id, campaign_id, area_id, kind, words_sealed, found_by, found_at)
     VALUES ($1, $2, $3, $4, 'other', $5, $6, $7) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, gap.id, gap.campaignId, gap.areaId, vault.seal(gapPlace(gap.id, 'words_sealed'), gap.words), gap.by, gap.now],
  );
  return rows.length === 1;
}

type SealedGap = Omit<GapRow, 'words' | 'remark'> & { readonly words_sealed: Buffer | null; readonly remark_sealed: Buffer | null };

/** Gaps of a screening within these areas, those still open first; or one gap, wherever it is. */
export async function readGaps(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; campaignId: Id } | { gapId: Id },
): Promise<GapRow[]> {
  const [areas, campaignId, gapId] = 'gapId' in asked ? [null, null, asked.gapId] : [asked.areas, asked.campaignId, null];
  const rows = await reader.sql<SealedGap>(
    `SELECT gap.id, gap.campaign_id AS "campaignId", gap.area_id AS "areaId", area.name AS "areaName", area.path AS "areaPath", gap.kind,
       gap.words_sealed, gap.found_at AS "foundAt", gap.corrected_at AS "correctedAt", gap.remark_sealed,
       EXISTS (SELECT FROM screening_village AS village WHERE village.county_id = $1 AND village.campaign_id = gap.campaign_id
         AND village.area_id = gap.area_id AND village.answer IS NOT NULL) AS "villageAnswered"
     FROM screening_gap AS gap JOIN area ON area.county_id = $1 AND area.id = gap.area_id
     WHERE gap.county_id = $1 AND ($2::uuid[] IS NULL OR area.path && $2) AND ($3::uuid IS NULL OR gap.campaign_id = $3)
       AND ($4::uuid IS NULL OR gap.id = $4)
     ORDER BY gap.corrected_at IS NOT NULL, area.code, gap.id`,
    [reader.countyId, areas, campaignId, gapId],
  );
  return rows.map(({ words_sealed, remark_sealed, ...plain }) => ({
    ...plain,
    words: words_sealed && vault.open(gapPlace(plain.id, 'words_sealed'), words_sealed),
    remark: remark_sealed && vault.open(gapPlace(plain.id, 'remark_sealed'), remark_sealed),
  }));
}

/** @returns false when somebody has said so before. */
export async function fillGap(
  tx: Tx,
  vault: CountyVault,
  { id, remark, by, now }: { id: Id; remark: string; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE screening_gap SET corrected_at = $3, corrected_by = $4, remark_sealed = $5
     WHERE county_id = $1 AND id = $2 AND corrected_at IS NULL RETURNING id`,
    [tx.countyId, id, now, by, vault.seal(gapPlace(id, 'remark_sealed'), remark)],
  );
  return rows.length === 1;
}
