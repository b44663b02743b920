import type { Actor } from '@guanhu/shared/access/access.terms';
import { areasOf } from '@guanhu/shared/access/permissions.rules';
import type { IndicatorPlace, IndicatorsAnswer } from '@guanhu/shared/indicators/indicators.contract';
import {
  belowTarget,
  incidentsOf,
  keptBackAlong,
  keptBackOf,
  NOTHING_KEPT_BACK,
  pointsOf,
  trendFrom,
  valuesOf,
  type Counted,
  type KeptBack,
} from '@guanhu/shared/indicators/indicators.rules';
import { COUNTS, FORMULAS, INCIDENT_COUNT_KEYS } from '@guanhu/shared/indicators/indicators.terms';
import { calendarDate, startOfMonth, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './indicator.store.ts';

/** A place of which nothing was counted. */
const NOTHING = Object.fromEntries(
  [...COUNTS, ...INCIDENT_COUNT_KEYS].map(name => [name, name === 'residents' ? null : 0]),
) as unknown as Counted;

/** The numbers of an area and of the places inside. Groups too small are told only to whoever may see the people themselves. */
@Injectable()
export class ShowIndicators {
  readonly #database: Database;
  readonly #access: Access;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, policies: Policies, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS of an area that is none of the reader's */
  async run(actor: Actor, asked: { areaId?: Id | undefined; month?: string | undefined }): Promise<IndicatorsAnswer> {
    const county = this.#database.county(actor.countyId);
    const area = await store.readArea(county, asked.areaId === undefined ? areasOf(actor, 'indicator:read') : [asked.areaId]);
    if (!area) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'indicator:read', { countyId: actor.countyId, areaPath: area.path });
    const today = this.#clock.today();
    const month = asked.month === undefined ? startOfMonth(today) : calendarDate(`${asked.month}-01`);
    const policy = await this.#policies.inForce(county, 'indicators', today, 'county');
    const trend = await store.readTrend(county, area.id, { from: trendFrom(month), to: month });
    const places = area.kind === 'village' ? [] : await store.readPlaces(county, area, month);
    const count = await store.readCount(county, month);
    const seesPeople = areasOf(actor, 'patient:read').some(areaId => area.path.includes(areaId));
    const hideBelow = seesPeople ? null : policy.hideBelow;
    const keptBack = await this.#keptBack(county, area, { to: month, hideBelow });
    const own = trend.find(row => row.month === month) ?? NOTHING;
    const inside = hideBelow === null ? [] : keptBackOf(places, keptBack(month), hideBelow);
    return {
      month: month.slice(0, 7),
      countedAt: count?.countedAt.toISOString() ?? null,
      formulas: count?.formulas ?? FORMULAS,
      own: shown({ ...area, ...own }, keptBack(month), policy),
      places: places.map((place, at) => shown(place, inside[at] ?? NOTHING_KEPT_BACK, policy)),
      trend: trend.map(row => ({
        month: row.month.slice(0, 7),
        values: valuesOf(row, keptBack(row.month)),
        incidents: incidentsOf(row, keptBack(row.month)),
      })),
      targets: policy.targets,
      hideBelow: policy.hideBelow,
    };
  }

  /** What is kept back of an area, month by month: as where it stands among its neighbours, since its own page is read beside theirs. */
  async #keptBack(
    reader: Reader,
    { path }: store.AreaRow,
    { to, hideBelow }: { to: CalendarDate; hideBelow: number | null },
  ): Promise<(month: CalendarDate) => KeptBack> {
    if (hideBelow === null) return () => NOTHING_KEPT_BACK;
    const rows = await store.readBeside(reader, path, { from: trendFrom(to), to });
    const months = new Map(
      [...new Set(rows.map(row => row.month))].map(month => {
        const levels = path.map((_, depth) => rows.filter(row => row.month === month && row.depth === depth));
        return [month, keptBackAlong(levels, path, hideBelow)];
      }),
    );
    return (month: CalendarDate): KeptBack => months.get(month) ?? NOTHING_KEPT_BACK;
  }
}

function shown(place: store.PlaceCounted, keptBack: KeptBack, policy: IndicatorPolicy): IndicatorPlace {
  const values = valuesOf(place, keptBack);
  return {
    areaId: place.id,
    name: place.name,
    kind: place.kind,
    values,
    incidents: incidentsOf(place, keptBack),
    points: pointsOf(values, policy),
    below: [...belowTarget(values, policy)],
  };
}
