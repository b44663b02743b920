import type { Actor } from '@guanhu/shared/access/access.terms';
import { areasOf } from '@guanhu/shared/access/permissions.rules';
import type { IndicatorPlace, IndicatorsAnswer } from '@guanhu/shared/indicators/indicators.contract';
import {
  belowTarget,
  hideFew,
  hideSmall,
  incidentsOf,
  pointsOf,
  trendFrom,
  valuesOf,
  type Counted,
  type Values,
} from '@guanhu/shared/indicators/indicators.rules';
import { COUNTS, FORMULAS, INCIDENT_COUNT_KEYS } from '@guanhu/shared/indicators/indicators.terms';
import { calendarDate, startOfMonth } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
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
    const own = trend.find(row => row.month === month) ?? NOTHING;
    return {
      month: month.slice(0, 7),
      countedAt: count?.countedAt.toISOString() ?? null,
      formulas: count?.formulas ?? FORMULAS,
      own: shown({ ...area, ...own }, told(valuesOf(own), hideBelow), policy, hideBelow),
      places: beside(places, hideBelow).map(({ place, values }) => shown(place, values, policy, hideBelow)),
      trend: trend.map(row => ({
        month: row.month.slice(0, 7),
        values: told(valuesOf(row), hideBelow),
        incidents: incidentsOf(row, hideBelow),
      })),
      targets: policy.targets,
      hideBelow: policy.hideBelow,
    };
  }
}

const told = (values: Values, hideBelow: number | null): Values => (hideBelow === null ? values : hideFew(values, hideBelow));

function beside(places: readonly store.PlaceCounted[], hideBelow: number | null) {
  const rows = places.map(place => ({ place, values: valuesOf(place) }));
  return hideBelow === null ? rows : hideSmall(rows, hideBelow);
}

const shown = (place: store.PlaceCounted, values: Values, policy: IndicatorPolicy, hideBelow: number | null): IndicatorPlace => ({
  areaId: place.id,
  name: place.name,
  kind: place.kind,
  values,
  incidents: incidentsOf(place, hideBelow),
  points: pointsOf(values, policy),
  below: [...belowTarget(values, policy)],
});
