import type { Actor } from '@guanhu/shared/access/access.terms';
import type {
  DepartmentSheet,
  DepartmentSheets,
  DepartmentSheetsQuery,
  DepartmentTotals,
} from '@guanhu/shared/duties/department-sheet.contract';
import {
  countStandings,
  judgedOn,
  judgedPeriods,
  quarterDays,
  quarterOf,
  sheetOf,
  standingOf,
} from '@guanhu/shared/duties/department-sheet.rules';
import { ASSESSED_UNITS, type AssessedUnit } from '@guanhu/shared/duties/department-sheet.terms';
import { verdictOf, verdictOfEvidence } from '@guanhu/shared/duties/duty-proof.rules';
import { SHIPPED_DUTIES } from '@guanhu/shared/duties/duty-rows';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { COUNTED_MEASURES, countMeasure, type UnitCount } from './department-sheet.store.ts';
import { readEvidenceDays } from './evidence.store.ts';
import { readProof } from './proof.store.ts';
import { TownshipGround } from './township-ground.ts';

/** A sheet is some forty statements; more townships than this are another page. */
const MOST_TOWNSHIPS = 20;

type Quarter = { readonly townshipId: Id; readonly from: CalendarDate; readonly to: CalendarDate; readonly today: CalendarDate };
type LedDuty = DepartmentSheet['duties'][number];

/** The assessment sheets of a township's offices: what the data prove, in points of the county's policy. Nothing follows from one by itself. */
@Injectable()
export class ReadDepartmentSheets {
  readonly #database: Database;
  readonly #ground: TownshipGround;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(database: Database, ground: TownshipGround, policies: Policies, clock: Clock) {
    this.#database = database;
    this.#ground = ground;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(actor: Actor, { townshipId, quarter }: DepartmentSheetsQuery): Promise<DepartmentSheets> {
    const county = this.#database.county(actor.countyId);
    const townshipName = await this.#ground.require(county, actor, 'duty:read', townshipId);
    const asked = await this.#asked(county, quarter);
    return {
      townshipId,
      townshipName,
      ...asked.span,
      countersignDays: asked.countersignDays,
      departments: await sheetsOf(county, townshipId, asked),
    };
  }

  /** Of every township that the reader may see, in the order of the places: points are no race. */
  async totals(
    actor: Actor,
    { quarter, after, limit }: { quarter?: string | undefined; after?: Id | undefined; limit: number },
  ): Promise<DepartmentTotals> {
    const county = this.#database.county(actor.countyId);
    const asked = await this.#asked(county, quarter);
    const later = (await this.#ground.townships(county, actor, 'duty:read')).filter(({ areaId }) => after === undefined || areaId > after);
    const { shown, last } = pageOf(later, Math.min(limit, MOST_TOWNSHIPS));
    const rows: DepartmentTotals['rows'] = [];
    for (const { areaId, name } of shown) {
      const departments = await sheetsOf(county, areaId, asked);
      rows.push({ townshipId: areaId, townshipName: name, totals: departments.map(({ unit, total }) => ({ unit, total })) });
    }
    return { rows, next: last?.areaId ?? null };
  }

  async #asked(county: Reader, quarter: string | undefined): Promise<Asked> {
    const today = this.#clock.today();
    const of = quarter ?? quarterOf(today);
    const { from, to } = quarterDays(of);
    const { departments: points, countersignDays } = await this.#policies.inForce(county, 'indicators', today, 'county');
    const units = ASSESSED_UNITS.filter(unit => Object.keys(points[unit] ?? {}).length > 0);
    return { span: { quarter: of, from, to, running: to >= today }, today, points, countersignDays, units };
  }
}

type Asked = {
  readonly span: Pick<DepartmentSheets, 'quarter' | 'from' | 'to' | 'running'>;
  readonly today: CalendarDate;
  readonly points: IndicatorPolicy['departments'];
  readonly countersignDays: number;
  readonly units: readonly AssessedUnit[];
};

/** The sheets of one township's offices. */
async function sheetsOf(
  county: Reader,
  townshipId: Id,
  { span, today, points, countersignDays, units }: Asked,
): Promise<DepartmentSheet[]> {
  const when = { townshipId, from: span.from, to: span.to, today };
  const led = await ledDuties(county, when);
  const counted = new Map<string, readonly UnitCount[]>();
  for (const measure of COUNTED_MEASURES) counted.set(measure, await countMeasure(county, measure, { ...when, countersignDays }));
  return units.map(unit => {
    const duties = led.get(unit) ?? [];
    const of = new Map([...counted].map(([measure, rows]) => [measure, rows.find(row => row.unit === unit)]));
    const { lines, total } = sheetOf(points[unit] ?? {}, {
      ...Object.fromEntries([...of].flatMap(([measure, row]) => (row ? [[measure, row]] : []))),
      duties: countStandings(duties.map(({ standing }) => standing)),
    });
    return { unit, total, lines: lines.map(line => ({ ...line, missed: [...(of.get(line.measure)?.missed ?? [])] })), duties };
  });
}

/** How the duties stand that each office leads, by the parts of the year that end in the quarter. */
async function ledDuties(reader: Reader, { townshipId, from, to, today }: Quarter): Promise<ReadonlyMap<string, LedDuty[]>> {
  const parts = SHIPPED_DUTIES.flatMap(row => judgedPeriods({ from, to }, row.period, today).map(part => ({ ...row, ...part })));
  const first = parts.reduce((earliest, part) => (part.from < earliest ? part.from : earliest), from);
  const notes = await readEvidenceDays(reader, { townshipId, from: first, to });
  const led = new Map<string, LedDuty[]>();
  for (const { id, lead, duty, proof, ...part } of parts) {
    const verdict =
      proof === null
        ? verdictOfEvidence(notes.filter(note => note.duty === id && note.on >= part.from && note.on <= part.to).length)
        : verdictOf(await readProof(reader, proof, { townshipId, from: part.from, to: part.to, today: judgedOn(part.to, today) }));
    const shown = { id, duty, from: part.from, to: part.to, standing: standingOf(verdict, part.to, today) };
    led.set(lead, [...(led.get(lead) ?? []), shown]);
  }
  return led;
}
