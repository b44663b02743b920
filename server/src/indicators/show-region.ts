import type { Actor } from '@guanhu/shared/access/access.terms';
import type { RegionAnswer } from '@guanhu/shared/indicators/indicators.contract';
import { trendFrom, type Value, type Values } from '@guanhu/shared/indicators/indicators.rules';
import { FORMULAS, QUESTION_KEYS } from '@guanhu/shared/indicators/indicators.terms';
import { regionDigits, sumOfCounties } from '@guanhu/shared/indicators/region.rules';
import { calendarDate, startOfMonth } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Access, Counties } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { readPublished, readRegionCounties, type PublishedRow } from './published.store.ts';

const UNKNOWN: Value = { numerator: null, denominator: null, hidden: false };

/** The counties of a province or prefecture by what each has published of itself; no row of any county is read. */
@Injectable()
export class ShowRegion {
  readonly #database: Database;
  readonly #access: Access;
  readonly #counties: Counties;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, counties: Counties, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#counties = counties;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(actor: Actor, asked: { month?: string | undefined }): Promise<RegionAnswer> {
    await this.#access.requireInCounty(this.#database.county(actor.countyId), actor, 'region:read');
    const own = await this.#counties.find(actor.countyId);
    if (!own) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const month = asked.month === undefined ? startOfMonth(this.#clock.today()) : calendarDate(`${asked.month}-01`);
    const { directory } = this.#database;
    const counties = await readRegionCounties(directory, regionDigits(own.area_code));
    const rows = await readPublished(
      directory,
      counties.map(({ id }) => id),
      { from: trendFrom(month), to: month },
    );
    const of = (one: string) => byCounty(rows.filter(row => row.month === one));
    const now = of(month);
    return {
      name: own.name,
      month: month.slice(0, 7),
      formulas: FORMULAS,
      counties: counties.map(({ id, name }) => ({ name, published: publishedOf(now.get(id)) })),
      ...sumOfCounties([...now.values()].map(valuesFrom)),
      trend: [...new Set(rows.map(row => row.month))].map(each => ({
        month: each.slice(0, 7),
        ...sumOfCounties([...of(each).values()].map(valuesFrom)),
      })),
    };
  }
}

/** The rows of one month, county by county. */
function byCounty(rows: readonly PublishedRow[]): ReadonlyMap<number, readonly PublishedRow[]> {
  const grouped = new Map<number, PublishedRow[]>();
  for (const row of rows) grouped.set(row.countyId, [...(grouped.get(row.countyId) ?? []), row]);
  return grouped;
}

const valuesFrom = (rows: readonly PublishedRow[]): Values =>
  Object.fromEntries(
    QUESTION_KEYS.map(question => {
      const { numerator, denominator, hidden } = rows.find(row => row.question === question) ?? UNKNOWN;
      return [question, { numerator, denominator, hidden }];
    }),
  ) as unknown as Values;

function publishedOf(rows: readonly PublishedRow[] | undefined): RegionAnswer['counties'][number]['published'] {
  const [first] = rows ?? [];
  if (!rows || !first) return null;
  return { countedAt: first.countedAt.toISOString(), formulas: first.formulas, values: valuesFrom(rows) };
}
