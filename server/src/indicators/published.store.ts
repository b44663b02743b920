import type { Value, Values } from '@guanhu/shared/indicators/indicators.rules';
import { QUESTION_KEYS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import type { Sql, Tx } from '../platform/database/database.ts';

type Published = { readonly month: CalendarDate; readonly values: Values; readonly formulas: number; readonly now: Date };

/** What this county tells of a month takes the place of what it told before. The database keeps it from speaking for another one. */
export async function publish(tx: Tx, { month, values, formulas, now }: Published): Promise<void> {
  const of = QUESTION_KEYS.map(question => values[question]);
  await tx.sql(
    `INSERT INTO published_indicator (month, county_id, question, numerator, denominator, hidden, formulas, counted_at)
     SELECT $2, $1, row.question, row.numerator, row.denominator, row.hidden, $7, $8
     FROM unnest($3::text[], $4::int[], $5::int[], $6::boolean[]) AS row (question, numerator, denominator, hidden)
     ON CONFLICT (month, county_id, question) DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator,
       hidden = excluded.hidden, formulas = excluded.formulas, counted_at = excluded.counted_at`,
    [
      tx.countyId,
      month,
      QUESTION_KEYS,
      of.map(value => value.numerator),
      of.map(value => value.denominator),
      of.map(value => value.hidden),
      formulas,
      now,
    ],
  );
}

type RegionCounty = { readonly id: CountyId; readonly name: string };

/** The counties whose codes begin with these digits. One whose code is a region's is a county once it has published something of itself. */
export const readRegionCounties = (directory: Sql, digits: string): Promise<RegionCounty[]> =>
  directory(
    `SELECT id, name FROM county WHERE starts_with(area_code, $1)
       AND (substring(area_code FROM 5 FOR 2) <> '00' OR EXISTS (SELECT FROM published_indicator WHERE published_indicator.county_id = county.id))
     ORDER BY area_code, id`,
    [digits],
  );

export type PublishedRow = Value & {
  readonly month: CalendarDate;
  readonly countyId: CountyId;
  readonly question: IndicatorQuestion;
  readonly formulas: number;
  readonly countedAt: Date;
};

/** What these counties have published, month by month. */
export const readPublished = (
  directory: Sql,
  countyIds: readonly CountyId[],
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<PublishedRow[]> =>
  directory(
    `SELECT month, county_id AS "countyId", question, numerator, denominator, hidden, formulas, counted_at AS "countedAt"
     FROM published_indicator WHERE county_id = ANY($1::int[]) AND month BETWEEN $2 AND $3 ORDER BY month`,
    [countyIds, from, to],
  );
